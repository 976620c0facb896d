import { parseArgs } from 'node:util';
import { checkFolder, type FolderVerdict } from './upstream-check.ts';
import { readTrueMistakes, type Sorted, sortFindings } from './upstream-mistakes.ts';
import { upstreamFolder, upstreamRelease } from './upstream-release.ts';

const usage = `Checks the YAML and JSON files of the Go module k8s.io/kubernetes (needs Go).
  (nothing)            1.34.3: counts, and every finding that is no listed mistake of a file; there must be none
  --release 1.36.4     another release that the tables are made of, with the list of 1.34.3
  --list               the listed mistakes too, with their reasons
`;

const { values } = parseArgs({
  options: { release: { type: 'string' }, list: { type: 'boolean' }, help: { type: 'boolean' } },
});

if (values.help) console.log(usage);
else await run();

async function run(): Promise<void> {
  const release = upstreamRelease(values.release);
  if (!release) throw new Error(`${values.release} is not pinned in scripts/kubernetes/releases.ts`);
  const folder = upstreamFolder(release);
  if (folder === undefined) throw new Error('there is no go');
  const verdict = await checkFolder(folder, release.minor);
  const sorted = sortFindings(verdict.problems, readTrueMistakes());
  console.log(`${release.module.path}@${release.module.version} with --kubernetes 1.${release.minor}`);
  console.log([...countLines(verdict, sorted), ...(values.list ? listLines(sorted) : [])].join('\n'));
  const wrong = [...unknownLines(sorted), ...(release.isReference ? sorted.stale : [])];
  for (const line of wrong) console.log(line);
  if (wrong.length > 0) process.exitCode = 1;
}

function countLines(
  { files, objects, problems, leftOut, unchecked }: FolderVerdict,
  sorted: Sorted,
): string[] {
  const refused = new Set(problems.map(({ origin }) => origin.file)).size;
  return [
    `${files} files with ${objects} objects, ${leftOut.length} more left out`,
    ...countBy(leftOut.map(({ reason }) => reason)).map((line) => `  ${line}`),
    `${problems.length} findings in ${refused} files, ${sorted.unknown.length} of them not in the list`,
    ...countBy(problems.map(({ check }) => check)).map((line) => `  ${line}`),
    ...Array.from(unchecked, ([reason, names]) => `${reason}: ${names.length} files`),
  ];
}

function countBy(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Array.from(counts, ([name, count]) => `${name}: ${count}`).sort();
}

function listLines({ known }: Sorted): string[] {
  return Array.from(known).flatMap(([{ reason }, problems]) => [
    `${reason}:`,
    ...new Set(problems.map(({ origin }) => `  ${origin.file}`)),
  ]);
}

function unknownLines({ unknown }: Sorted): string[] {
  return unknown.map(
    ({ origin, severity, check, message }) =>
      `${origin.file}:${origin.line}:${origin.column} ${severity} ${check}: ${message}`,
  );
}
