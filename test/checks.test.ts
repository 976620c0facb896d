import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../checks/index.generated.ts';
import type { Check, ExampleFiles } from '../src/model/check.ts';
import { type JsonReport, runCheck } from './invalid/run-check.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Example {
  readonly check: Check;
  readonly kind: 'failing' | 'passing';
  /** Its folder in the workspace that it is checked in. */
  readonly folder: string;
}

const examples = checks.flatMap((check): Example[] => [
  { check, kind: 'failing', folder: `failing/${check.id}` },
  { check, kind: 'passing', folder: `passing/${check.id}` },
]);

let workspace: string;
let common: JsonReport;

beforeAll(async () => {
  workspace = mkdtempSync(path.join(tmpdir(), 'windtunnel-checks-'));
  for (const example of examples) {
    // One run for all that have no configuration of their own.
    const parent = hasConfig(example) ? 'alone' : 'together';
    write(path.join(workspace, parent, example.folder), example.check[example.kind]);
  }
  common = await runCheck(path.join(workspace, 'together'));
});

afterAll(() => rmSync(workspace, { recursive: true }));

describe.concurrent('examples', () => {
  test.each(examples.map((example) => [`${example.check.id}: ${example.kind}`, example] as const))(
    '%s',
    async (_name, example) => {
      const { check, kind } = example;
      const report = await reportOf(example);
      const found = report.findings.filter((finding) => finding.check === check.id);
      if (kind === 'failing') expect(found.map(({ severity }) => severity)).toContain(check.severity);
      else expect(found).toEqual([]);
      expect(report.results.filter(({ status }) => status === 'failed')).toEqual([]);
      expect(report.leftOut).toEqual([]);
    },
  );
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test('is in the file of its name', () => {
    expect(readFileSync(path.join(root, 'checks', `${id}.ts`), 'utf8')).toContain(`\n  id: '${id}',\n`);
  });

  test('says what, why and what to do, in whole sentences', () => {
    expect(check.title).toMatch(/\S.*[^.]$/);
    for (const text of [check.why, check.fix]) expect(text).toMatch(/^\S.{10,}[.`]$/s);
    expect(check.since).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('names its source', () => {
    expect(check.links).not.toEqual([]);
    for (const link of check.links) expect(new URL(link).protocol).toBe('https:');
  });

  test('has a section in docs/checks.md', () => {
    const page = readFileSync(path.join(root, 'docs/checks.md'), 'utf8');
    const section = page.split(/^## /m).find((text) => text.startsWith(`${id}\n`)) ?? '';
    expect(section).toContain(check.why);
    expect(section).toContain(check.fix);
  });
});

test('every file of checks/ is a check, and every check is there once', () => {
  const files = readdirSync(path.join(root, 'checks'), { recursive: true, encoding: 'utf8' });
  const ids = files
    .filter((file) => /[\\/].*\.ts$/.test(file))
    .map((file) => file.replace('\\', '/').slice(0, -3));
  expect(checks.map(({ id }) => id)).toEqual(ids.sort());
});

function hasConfig({ check, kind }: Example): boolean {
  return check[kind]['windtunnel.yaml'] !== undefined;
}

/** What a run says of one example. */
async function reportOf(example: Example): Promise<JsonReport> {
  if (hasConfig(example)) return runCheck(path.join(workspace, 'alone', example.folder));
  const isOurs = (file: string): boolean => file.startsWith(`${example.folder}/`);
  return {
    findings: common.findings.filter(({ origin }) => isOurs(origin.file)),
    results: common.results.filter(({ entry }) => isOurs(entry)),
    leftOut: common.leftOut.filter(({ file }) => isOurs(file)),
  };
}

function write(folder: string, files: ExampleFiles): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
