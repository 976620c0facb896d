import { readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reporters } from '../src/report/index.ts';
import { mixedWorkspace } from './support/mixed-workspace.ts';
import type { ReportJson } from './support/read-report.ts';
import { cliFile, runCli } from './support/run-cli.ts';
import { workspaceWith } from './support/workspace.ts';

const formats = reporters.map((reporter) => reporter.format);
const files = mixedWorkspace();

/** Runs `check` once with every reporter; gives what each wrote, by its format. */
async function reportsOf(folder: string, workers: number): Promise<Readonly<Record<string, string>>> {
  const out = path.join(workspaceWith({}), 'out');
  const outputs = formats.flatMap((format) => ['--format', `${format}=${path.join(out, format)}`]);
  const { code, stdout, stderr } = await runCli(
    ['check', '--quiet', '--workers', String(workers), ...outputs, '--format', 'terminal'],
    { cwd: folder },
  );
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const written = formats.map((format) => [format, readFileSync(path.join(out, format), 'utf8')]);
  return { ...Object.fromEntries(written), stdout };
}

test('20 runs, by one worker and by four, write the same bytes', async () => {
  const folder = workspaceWith(files);
  const first = await reportsOf(folder, 1);
  for (let run = 1; run < 20; run += 1) {
    expect(await reportsOf(folder, run % 2 === 0 ? 1 : 4)).toEqual(first);
  }
}, 300_000);

test('so does a folder of another name whose files came in another order', async () => {
  const first = await reportsOf(workspaceWith(files), 4);
  const reversed = Object.entries(files).reverse();
  const elsewhere = workspaceWith(
    Object.fromEntries(reversed.map(([file, text]) => [path.join('a name with blanks/été', file), text])),
  );
  expect(await reportsOf(path.join(elsewhere, 'a name with blanks/été'), 4)).toEqual(first);
});

test('no report tells where, when or by whom it was made', async () => {
  const folder = workspaceWith(files);
  const reports = await reportsOf(folder, 4);
  const secrets = [folder, 'windtunnel-test-', path.dirname(path.dirname(cliFile)), homedir(), hostname()];
  const today = new Date().toISOString().slice(0, 10);
  for (const [format, text] of Object.entries(reports)) {
    for (const secret of [...secrets, today]) expect(text, format).not.toContain(secret);
    expect(text, format).not.toMatch(/\d\d:\d\d:\d\d/);
  }
});

test('the folder has something of everything', async () => {
  const { json = '' } = await reportsOf(workspaceWith(files), 4);
  // Our own report; a test of its own validates it against the schema.
  const report = JSON.parse(json) as ReportJson & { readonly suppressed: readonly unknown[] };
  const statuses = new Set(report.results.map(({ status }) => status));
  expect([...statuses].sort()).toEqual(['findings', 'not-applicable', 'passed', 'skipped']);
  expect(new Set(report.findings.map(({ check }) => check)).size).toBeGreaterThan(15);
  expect(report.findings.some(({ entries }) => entries.length > 2)).toBe(true);
  expect(report.results.length).toBeGreaterThan(5 * 55);
  expect([report.suppressed.length > 0, report.leftOut.length > 0]).toEqual([true, true]);
});
