import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.generated.ts';
import { judgedUnits } from './systemd-units.ts';
import { unitSubjects } from './unit-subject.ts';

/** Checks whose verdict is bound to the unit, not to a line of it. */
const ofTheUnit = ['no-exec-start', 'multiple-exec-start', 'oneshot-restart', 'mount-name', 'no-trigger'];

describe('our verdict on small units', () => {
  test.each(judgedUnits)('$name', ({ name, contents, verdict }) => {
    expect(ourVerdict(name, contents)).toEqual(verdict);
  });
});

const version = /^systemd (\d+)/.exec(
  spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' }).stdout ?? '',
)?.[1];

describe('systemd-analyze verify gives the same verdict', () => {
  // The table holds what every later version says too; only the words differ, and are those of 252.
  test.runIf(version === '252')(`on all of them (needs systemd 252, found ${version ?? 'none'})`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'windtunnel-units-'));
    try {
      for (const { name, contents } of judgedUnits) writeFileSync(join(folder, name), contents);
      const files = judgedUnits.map(({ name }) => join(folder, name));
      const options = ['verify', '--man=no', '--recursive-errors=yes', ...files];
      const { stderr } = spawnSync('systemd-analyze', options, { encoding: 'utf8' });
      const said = Object.fromEntries(
        judgedUnits.map(({ name }) => [name, systemdVerdict(stderr, folder, name)]),
      );
      expect(said).toEqual(Object.fromEntries(judgedUnits.map(({ name, verdict }) => [name, verdict])));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function ourVerdict(name: string, contents: string): string[] {
  const found = unitSubjects(name, contents).flatMap((subject) =>
    checks.flatMap((check) =>
      check.on === 'unit'
        ? Array.from(check.run(subject), ({ at }) => bound(check.id.replace('unit/', ''), at.line))
        : [],
    ),
  );
  return inOrder(found);
}

/** systemd's words for what each check finds. */
const words: readonly (readonly [string, RegExp])[] = [
  ['syntax', /Assignment outside of section|Missing '='|Missing key name|section header '/],
  ['unknown-section', /Unknown section/],
  ['unknown-directive', /Unknown key/],
  ['environment-quoting', /Invalid environment assignment|Invalid syntax, ignoring/],
  ['exec-quoting', /Unbalanced quoting/],
  ['exec-not-absolute', /Neither a valid executable|Empty path in command|specifies a directory/],
  ['dependency-name', /Failed to add dependency on|Unit type not valid/],
  ['invalid-value', /Failed to parse|Invalid memory limit|WorkingDirectory= path is not absolute/],
  ['no-exec-start', /no ExecStart=/],
  ['multiple-exec-start', /more than one ExecStart=/],
  ['oneshot-restart', /Restart= set to either/],
  ['mount-name', /Where= setting doesn't match/],
  ['no-trigger', /lacks value setting|lacks path setting|no Listen setting/],
];

function systemdVerdict(output: string, folder: string, name: string): string[] {
  const found: string[] = [];
  for (const text of output.split('\n')) {
    const inFile = text.startsWith(`${join(folder, name)}:`);
    if (!inFile && !text.startsWith(`${name}: `)) continue;
    const line = inFile ? Number(/:(\d+): /.exec(text)?.[1]) : 0;
    const check = words.find(([, form]) => form.test(text))?.[0];
    if (check !== undefined) found.push(bound(check, line));
  }
  return inOrder(found);
}

function bound(check: string, line: number): string {
  return ofTheUnit.includes(check) ? check : `${check}:${line}`;
}

/** By line; each once, because systemd names every word of a line, and loads some units twice. */
function inOrder(found: readonly string[]): string[] {
  const line = (each: string) => Number(each.split(':')[1] ?? 0);
  return [...new Set(found)].sort((a, b) => line(a) - line(b) || (a < b ? -1 : 1));
}
