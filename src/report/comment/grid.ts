import { groupBy } from '../../model/group-by.ts';
import type { MatrixEntry } from '../../model/rendered-cluster.ts';
import type { Report } from '../../model/report.ts';
import { bytesOf, writeWhatFits } from '../byte-budget.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { gridEntries } from '../grid-entries.ts';
import { showInvisible } from '../invisible.ts';
import { clip, plural } from '../wording.ts';
import { type EntryVerdict, entryVerdicts, verdictCell, worstOf } from './verdict.ts';

/** Bytes. 256 entries take half of it. */
const mostBytes = 16_384;
const mostColumns = 10;
const longestName = 60;

/** How each entry ended: platform and OS downwards, networking across. Files have one line for all of them. */
export function grid(report: Report): string[] {
  const verdicts = entryVerdicts(report);
  const { clusters, others } = gridEntries(report);
  return [...clusterTable(clusters, verdicts), ...filesLine(others, verdicts)];
}

function clusterTable(entries: readonly MatrixEntry[], verdicts: Verdicts): string[] {
  if (entries.length === 0) return [];
  const networkings = [...new Set(entries.map(({ networking = '' }) => networking))];
  const columns = networkings.slice(0, mostColumns);
  const rows = [...groupBy(entries, rowNamer(entries))];
  const head = [
    `| Platform, OS | ${columns.map((name) => inline(name) || 'no networking').join(' | ')} |`,
    `| --- |${' --- |'.repeat(columns.length)}`,
  ].join('\n');
  const { texts, leftOut } = writeWhatFits(
    rows,
    ([name, some]) => tableRow(name, some, columns, verdicts),
    mostBytes - bytesOf(head),
    1,
  );
  const more = [
    leftOut > 0 ? plural(leftOut, 'more row') : '',
    networkings.length > columns.length ? plural(networkings.length - columns.length, 'more column') : '',
  ].filter(Boolean);
  return [[head, ...texts].join('\n'), ...(more.length > 0 ? [`${more.join(' and ')} not shown here.`] : [])];
}

type Verdicts = ReadonlyMap<string, EntryVerdict>;

function tableRow(
  name: string,
  entries: readonly MatrixEntry[],
  columns: readonly string[],
  verdicts: Verdicts,
): string {
  const cells = columns.map((column) =>
    cell(
      entries.filter(({ networking = '' }) => networking === column),
      verdicts,
    ),
  );
  return `| ${inline(name)} | ${cells.join(' | ')} |`;
}

function cell(entries: readonly MatrixEntry[], verdicts: Verdicts): string {
  const found = entries.flatMap(({ name }) => verdicts.get(name) ?? []);
  const worst = worstOf(found);
  if (worst === undefined) return '';
  const text = verdictCell(worst);
  if (found.length === 1) return text;
  const isSame = found.every((verdict) => verdictCell(verdict) === text);
  return `${text} (${isSame ? '' : 'worst of '}${found.length} entries)`;
}

function filesLine(entries: readonly MatrixEntry[], verdicts: Verdicts): string[] {
  if (entries.length === 0) return [];
  const found = entries.flatMap(({ name }) => verdicts.get(name) ?? []);
  const words = [...groupBy(found, ({ mark, status }) => `${mark} ${status}`)]
    .sort(([, a], [, b]) => (a[0]?.rank ?? 0) - (b[0]?.rank ?? 0))
    .map(([word, some]) => `${word}: ${some.length}`);
  const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`;
  return [`${count} without a platform: ${words.join(', ')}`];
}

const facts = ['arch', 'controllers', 'osVersion', 'kubernetes'] as const;

/** Names a row by platform and OS, and by what else tells the entries of one platform, OS and networking apart. */
function rowNamer(entries: readonly MatrixEntry[]): (entry: MatrixEntry) => string {
  const cellOf = ({ platform, os, networking }: MatrixEntry): string =>
    JSON.stringify([platform, os, networking]);
  const telling = new Map(
    [...groupBy(entries, cellOf)].map(([key, some]) => [
      key,
      facts.filter((fact) => new Set(some.map((entry) => entry[fact])).size > 1),
    ]),
  );
  return (entry) => {
    const rest = (telling.get(cellOf(entry)) ?? []).map((fact) => factText(fact, entry[fact]));
    return [entry.platform, entry.os, ...rest].filter(Boolean).join(', ');
  };
}

function factText(fact: string, value: string | number | undefined): string {
  if (value === undefined) return '';
  if (fact === 'controllers') return plural(Number(value), 'controller');
  return fact === 'kubernetes' ? `Kubernetes ${value}` : String(value);
}

function inline(text: string): string {
  return escapeMarkdown(clip(showInvisible(text), longestName));
}
