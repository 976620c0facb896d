import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/terraform-protocol.ts';
import { checkModules, type ModulesReport } from '../traps/check-modules.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const names = readdirSync(fixtures).sort();

let workspace: string;
let report: ModulesReport;
let code: number | null;

beforeAll(async () => {
  workspace = mkdtempSync(path.join(tmpdir(), 'windtunnel-bad-input-'));
  cpSync(fixtures, workspace, { recursive: true });
  const settings = { terraform: { modules: names, 'max-entries': 2 * names.length } };
  writeFileSync(path.join(workspace, 'windtunnel.yaml'), JSON.stringify(settings));
  ({ report, code } = await checkModules(workspace));
});

afterAll(() => rmSync(workspace, { recursive: true }));

test('findings, and nothing that could not be looked at', () => {
  expect(code).toBe(1);
  expect(report.leftOut).toEqual([]);
  expect(report.results.filter(({ status }) => status === 'failed')).toEqual([]);
});

describe('bad input has a place and a remedy', () => {
  test.each(names)('%s', (name) => {
    const found = report.findings.filter(({ origin }) => origin.file.startsWith(`${name}/`));
    expect(found.map(seen)).toEqual(expectedOf(name).map((said) => wanted(name, said)));
  });
});

type Seen = Pick<ModulesReport['findings'][number], 'check' | 'severity' | 'message' | 'fix' | 'origin'>;

function seen({ check, severity, message, fix, origin }: ModulesReport['findings'][number]): Seen {
  return { check, severity, message, ...(fix !== undefined && { fix }), origin };
}

function wanted(name: string, { code: check, severity, message, fix, range }: Diagnostic): object {
  return {
    check: `terraform/${check}`,
    severity,
    message,
    fix: fix ?? expect.any(String),
    origin: range && { ...range, file: `${name}/${range.file}` },
  };
}

function expectedOf(name: string): readonly Diagnostic[] {
  const text = readFileSync(path.join(fixtures, name, 'expected.json'), 'utf8');
  // The reader's own tests, in Go, decode the same files.
  return (JSON.parse(text) as { diagnostics: readonly Diagnostic[] }).diagnostics;
}
