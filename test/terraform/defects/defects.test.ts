import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JsonReport, runCheck } from '../../invalid/run-check.ts';
import { type Case, cases } from './cases.ts';

/** Where a finding must be: the file, and the range in it. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number | undefined;
}

let workspace: string;
let report: JsonReport;

beforeAll(async () => {
  workspace = mkdtempSync(path.join(tmpdir(), 'windtunnel-defects-'));
  for (const each of cases) write(each);
  report = await runCheck(workspace);
});

afterAll(() => rmSync(workspace, { recursive: true }));

test('there are at least forty', () => {
  expect(cases.length).toBeGreaterThanOrEqual(40);
});

describe('a defect is reported at its place in the template', () => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const found = report.findings.filter(({ origin }) => origin.file.startsWith(`${folderOf(each)}/`));
    const wanted = placeOf(each);
    expect(
      found.map(({ check, origin: { file, line, column, endColumn }, message }) => ({
        check,
        file: file.slice(folderOf(each).length + 1),
        line,
        column,
        endColumn,
        message,
      })),
    ).toEqual([{ check: each.check, ...wanted, message: expect.any(String) }]);
  });
});

function folderOf({ name }: Case): string {
  return name.replace(/[^a-z]+/gi, '-');
}

function write(each: Case): void {
  const folder = path.join(workspace, folderOf(each));
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(each.files))
    writeFileSync(path.join(folder, file), text.replace(/[«»]/g, ''));
}

function placeOf({ files }: Case): Place {
  for (const [file, text] of Object.entries(files)) {
    const start = text.indexOf('«');
    if (start < 0) continue;
    const before = text.slice(0, start).split('\n');
    const line = before.length;
    const column = [...(before.at(-1) ?? '')].length + 1;
    const marked = text.slice(start + 1, text.indexOf('»'));
    const endColumn = marked === '' ? undefined : column + [...marked].length;
    return { file, line, column, endColumn };
  }
  throw new Error('no place is marked');
}
