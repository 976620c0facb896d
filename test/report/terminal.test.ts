import { describe, expect, it, test } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { LocatedProblem } from '../../src/model/finding.ts';
import type { Origin } from '../../src/model/origin.ts';
import type { Stage, StageResult } from '../../src/model/stage.ts';
import { displayWidth } from '../../src/report/display-width.ts';
import { terminal } from '../../src/report/terminal.ts';
import { handMadeReport, handMadeRun, plainOptions } from './hand-made-run.ts';

/** The lines of the excerpt of one finding in a text. */
function excerptOf(text: string, place: Omit<Origin, 'file'>, width = 80): string[] {
  const problem: LocatedProblem = {
    check: 'machine/mixed-variants',
    stage: 'merge' as const,
    severity: 'note',
    message: 'm',
    origin: { file: 'a.yaml', ...place },
    entry: 'a.yaml',
  };
  const report = assembleReport({ ...handMadeRun, problems: [problem], readText: () => text });
  const lines = terminal.render(report, { ...plainOptions, width }).split('\n');
  return lines.filter((line) => /^ *\d+ \| | \| /.test(line));
}

describe('carets stand below their text', () => {
  test.each([
    ['plain text', 'key: value', { column: 6, endColumn: 11 }, ['1 | key: value', '  |      ^^^^^']],
    ['one character', 'key: value', { column: 6 }, ['1 | key: value', '  |      ^']],
    ['the end of the line', 'key:', { column: 5 }, ['1 | key:', '  |     ^']],
    ['a line without a column', '  key: value', { column: 0 }, ['1 |   key: value', '  |   ^^^^^^^^^^']],
    [
      'tabs',
      '\tkey:\tvalue',
      { column: 7, endColumn: 12 },
      ['1 |     key:    value', '  |             ^^^^^'],
    ],
    ['wide characters', '名前: 値 x', { column: 5, endColumn: 6 }, ['1 | 名前: 値 x', '  |       ^^']],
    ['an emoji', '🎉 x', { column: 3 }, ['1 | 🎉 x', '  |    ^']],
    [
      'an emoji of several code points',
      '👩\u200d👩\u200d👧 x',
      { column: 7 },
      ['1 | 👩\u200d👩\u200d👧 x', '  |    ^'],
    ],
    ['a flag', '🇨🇭🇨🇭 x', { column: 6 }, ['1 | 🇨🇭🇨🇭 x', '  |      ^']],
    ['combining characters', 'e\u0301e\u0301 x', { column: 6 }, ['1 | e\u0301e\u0301 x', '  |    ^']],
    ['hangul', '한국 x', { column: 4 }, ['1 | 한국 x', '  |      ^']],
    ['hidden characters', 'a\u202eb x', { column: 3 }, ['1 | a\\u{202e}b x', '  |          ^']],
    [
      'a hidden character itself',
      'a\u202eb',
      { column: 2, endColumn: 3 },
      ['1 | a\\u{202e}b', '  |  ^^^^^^^^'],
    ],
    ['a command of the runner', '##[x] y', { column: 7 }, ['1 | ##\\u{5b}x] y', '  |            ^']],
  ])('with %s', (_, text, place, expected) => {
    expect(excerptOf(text, { line: 1, ...place })).toEqual(expected);
  });

  it('on each line of a range', () => {
    expect(excerptOf('a:\n  bc\n  de\nf\n', { line: 1, column: 2, endLine: 3, endColumn: 4 })).toEqual([
      '1 | a:',
      '  |  ^',
      '2 |   bc',
      '  |   ^^',
      '3 |   de',
      '  |   ^',
      '4 | f',
    ]);
  });
});

describe('of a line that is too long', () => {
  const long = `${'a'.repeat(100)}HERE${'b'.repeat(100)}`;

  it('the part around the caret is shown', () => {
    const text = `short\n${long}\n${'c'.repeat(90)}`;
    expect(excerptOf(text, { line: 2, column: 101, endColumn: 105 }, 44)).toEqual([
      '1 | …',
      '2 | …aaaaaaaaaaaaHEREbbbbbbbbbbbbbbbbbbbbbb…',
      '  |              ^^^^',
      '3 | …cc',
    ]);
  });

  it('the beginning is shown when the caret stands there', () => {
    expect(excerptOf(long, { line: 1, column: 3 }, 44)).toEqual([`1 | ${'a'.repeat(39)}…`, '  |   ^']);
  });

  it('wide characters are cut as a whole', () => {
    expect(excerptOf('値'.repeat(99), { line: 1, column: 50 }, 47)).toEqual([
      `1 | … ${'値'.repeat(20)}…`,
      `  | ${' '.repeat(14)}^`,
    ]);
  });
});

describe('the width of the terminal', () => {
  test.each([40, 41, 50, 72, 80, 120])('%i columns hold every line but those to click on', (width) => {
    const lines = terminal.render(handMadeReport(), { ...plainOptions, width }).split('\n');
    const prose = lines.filter((line) => !line.includes('-->'));
    for (const line of prose) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it('is 40 at least', () => {
    const at = (width: number): string => terminal.render(handMadeReport(), { ...plainOptions, width });
    expect(at(1)).toBe(at(40));
  });

  it('40 columns read like this', () => {
    expect(terminal.render(handMadeReport(), { ...plainOptions, width: 40 })).toBe(narrow);
  });
});

const narrow = `error[unit/unknown-directive] Unknown
  directive "ExecStrat" in [Service].
  --> configs/controller.yaml:9:9
   |
 7 |       contents: |
 8 |         [Service]
 9 |         ExecStrat=/usr/bin/kubelet
   |         ^^^^^^^^^
10 |         Restart=always
   |
   = on the machine: kubelet.service
     line 2
   = in all 5 entries
   = why: systemd ignores a directive
     that it does not know, so the unit
     starts without it.
   = fix: Write \`ExecStart\`.
   = more: windtunnel explain
     unit/unknown-directive

note[machine/mixed-variants] The snippet
  is flatcar, the config fcos.
 --> snippets/memory.yaml
  = in entry aws
  = why: Each variant has defaults of
    its own.
  = fix: Use one variant.
  = more: windtunnel explain
    machine/mixed-variants

warning[machine/duplicate-unit] Unit
  kubelet.service is defined twice.
 --> snippets/memory.yaml:5:13
  |
3 | systemd:
4 |   units:
5 |     - name: kubelet.service
  |             ^
6 |       dropins:
  |
  = also: configs/controller.yaml:5:13:
    first defined here
  = in entry aws
  = why: The later definition replaces
    the earlier one.
  = fix: Keep one, or make the other a
    drop-in.
  = more: windtunnel explain
    machine/duplicate-unit

error[unit/unknown-directive] Unknown
  directive "MemoryMaximum" in
  [Service].
  --> snippets/memory.yaml:10:13
   |
 8 |           contents: |
 9 |             [Service]
10 |             MemoryMaximum=2G
   |             ^^^^^^^^^^^^^
   |
   = in entry aws
   = fix: Correct the name, or prefix i…

translate  3 passed
merge      1 with findings
user-data  1 skipped, 1 not applicable
units      2 with findings
contents   1 failed
kubernetes 1 passed

Not checked
  failed  input: permission denied
    1 file: configs/broken.yaml
  failed  contents: the shell parser ran
    out of memory
    controller in azure
  skipped  input: template; the
    terraform source renders it
    1 file: templates/worker.yaml
  skipped  user data: no size limit is
    known for azure
    controller in azure

checked for Kubernetes 1.36 (image
quay.io/poseidon/kubelet:v1.36.1)
1 suppressed: 1 by comments
2 errors, 1 warning, 1 note in 2 files
with 12 Kubernetes objects, 2 could not
be checked
`;

describe('colour', () => {
  it('repeats what words say', () => {
    const colored = terminal.render(handMadeReport(), { ...plainOptions, color: true }).split('\n');
    expect(colored[0]).toBe(
      '\u001b[1;31merror[unit/unknown-directive]\u001b[0m \u001b[1mUnknown directive "ExecStrat" in [Service].\u001b[0m',
    );
    expect(colored).toContain('\u001b[2m   |\u001b[0m         \u001b[1;31m^^^^^^^^^\u001b[0m');
  });

  it('is absent unless asked for', () => {
    expect(terminal.render(handMadeReport(), plainOptions)).not.toContain('\u001b');
  });
});

describe('many findings', () => {
  const problems = Array.from({ length: 3_000 }, (_, index) => ({
    check: 'unit/unknown-directive',
    stage: 'units' as const,
    severity: 'error' as const,
    message: `Problem ${index + 1}.`,
    origin: { file: 'configs/controller.yaml', line: 9, column: 9 },
    entry: 'configs/controller.yaml',
  }));
  const text = terminal.render(assembleReport({ ...handMadeRun, problems }), plainOptions);

  it('are all printed, with the reasons once', () => {
    expect(text.match(/^error\[/gm)).toHaveLength(3_000);
    expect(text.match(/= why: /g)).toHaveLength(1);
    expect(text.match(/= fix: /g)).toHaveLength(3_000);
  });
});

it('names everything that failed, and some of what was skipped', () => {
  const leftOut = Array.from({ length: 9 }, (_, index) => [
    { file: `broken-${index}.yaml`, status: 'failed' as const, reason: 'permission denied' },
    { file: `template-${index}.yaml`, status: 'skipped' as const, reason: 'template' },
  ]).flat();
  const text = terminal.render(
    assembleReport({ ...handMadeRun, objects: 0, problems: [], results: [], leftOut }),
    plainOptions,
  );
  expect(text.slice(text.indexOf('Not checked'))).toBe(`Not checked
  failed  input: permission denied
    9 files: broken-0.yaml, broken-1.yaml, broken-2.yaml, broken-3.yaml,
    broken-4.yaml, broken-5.yaml, broken-6.yaml, broken-7.yaml, broken-8.yaml
  skipped  input: template
    9 files: template-0.yaml, template-1.yaml, template-2.yaml and 6 more

no findings in 2 files, 9 could not be checked
`);
});

it('tells a cause once for all its stages, and of the whole run in one line', () => {
  const result = (stage: Stage, entry: string, reason?: string): StageResult => ({
    stage,
    entry,
    subject: entry,
    outcome: reason === undefined ? { status: 'passed' } : { status: 'skipped', reason },
  });
  const broken = 'the config does not translate';
  const nowhere = 'no platform or OS named (--platform, --os)';
  const results = [
    result('translate', 'a.yaml'),
    result('translate', 'b.yaml'),
    ...(['merge', 'units', 'contents'] as const).map((stage) => result(stage, 'b.yaml', broken)),
    result('user-data', 'a.yaml', nowhere),
    result('user-data', 'b.yaml', nowhere),
  ];
  const report = assembleReport({ ...handMadeRun, objects: 0, problems: [], results, leftOut: [] });
  const text = terminal.render(report, plainOptions);
  expect(text.slice(text.indexOf('Not checked'))).toBe(`Not checked
  skipped  merged Ignition, units, contents: the config does not translate
    b.yaml
  skipped  user data: no platform or OS named (--platform, --os)

no findings in 2 files
`);
});

it('shows the beginning of a message that nobody would read to its end', () => {
  const [problem] = [...handMadeRun.problems];
  if (problem === undefined) throw new Error('no problem');
  const problems = [{ ...problem, message: `${'word '.repeat(500_000)}end` }];
  const text = terminal.render(assembleReport({ ...handMadeRun, problems }), plainOptions);
  const header = text.slice(0, text.indexOf('-->')).trimEnd();
  expect(header.endsWith('word…')).toBe(true);
  expect(header.length).toBeLessThan(2_200);
});
