import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Checks every folder in a folder of checkouts (`owner+name`, or `owner+name@ref`) as somebody would who has just
 * installed the program, and prints the table of docs/real-input.md:
 * `npx tsx scripts/terraform/real-input.ts FOLDER [OPTION ...]`; the options go to `windtunnel check`.
 */
const cli = path.join(import.meta.dirname, '../../dist/cli.js');

/** The parts of the JSON report (`schemas/report-v1.schema.json`) that are counted. */
interface CountedReport {
  readonly counts: Readonly<Record<'error' | 'warning' | 'note' | 'failed' | 'machines' | 'objects', number>>;
  readonly entries: readonly { readonly source: string }[];
  readonly findings: readonly { readonly check: string; readonly severity: string }[];
  readonly gaps: readonly { readonly kind: string }[];
  readonly leftOut: readonly unknown[];
}

const columns = ['entries', 'machines', 'objects', 'failed', 'errors', 'warnings', 'notes', 'gaps'];

function checkFolder(folder: string, options: readonly string[]): CountedReport {
  const reports = mkdtempSync(path.join(tmpdir(), 'windtunnel-real-input-'));
  const file = path.join(reports, 'report.json');
  try {
    const run = spawnSync(
      process.execPath,
      [cli, 'check', '--quiet', '--format', `json=${file}`, ...options],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    if (run.status === 2) throw new Error(run.stderr);
    // Our own report; a test validates such reports against their schema.
    return JSON.parse(readFileSync(file, 'utf8')) as CountedReport;
  } finally {
    rmSync(reports, { recursive: true });
  }
}

function cells({ counts, entries, findings, gaps }: CountedReport): (string | number)[] {
  const rendered = entries.filter(({ source }) => source === 'terraform').length;
  const { machines, objects, failed, error, warning, note } = counts;
  const checks = countBy(findings.filter(({ severity }) => severity !== 'note').map(({ check }) => check));
  return [
    rendered,
    machines,
    objects,
    failed,
    error,
    warning,
    note,
    countBy(gaps.map(({ kind }) => kind)),
    checks,
  ];
}

/** `3 schema/name, 1 unit/syntax`: the most frequent first. */
function countBy(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names.toSorted()) counts.set(name, 1 + (counts.get(name) ?? 0));
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: real-input.ts FOLDER [OPTION ...]');
const names = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());
console.log(`| repository | ${columns.join(' | ')} | errors and warnings |`);
console.log(`| --- | ${columns.map(() => '---:').join(' | ')} | --- |`);
for (const { name } of names.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
  const report = checkFolder(path.join(folder, name), options);
  console.log(`| ${name.replace('+', '/')} | ${cells(report).join(' | ')} |`);
}
