import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { resultWord, type Summary, summarise } from '../model/summary.ts';
import { bytesOf, writeWhatFits } from './byte-budget.ts';
import { type ComparedFindings, compareFindings } from './comment-compare.ts';
import type { CommentContext } from './comment-context.ts';
import { findingLine, findingSection } from './comment-finding.ts';
import { grid } from './comment-grid.ts';
import { writeMarker } from './comment-marker.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { notCheckedSection } from './markdown-summary.ts';
import {
  headline,
  kubernetesPhrase,
  madeUpPhrase,
  plural,
  severityCounts,
  suppressedPhrase,
} from './wording.ts';

/**
 * GitHub takes 65,536 characters for a comment (it answers `body is too long (maximum is 65536 characters)`).
 * Bytes are counted, of which there are never fewer.
 */
const mostBytes = 65_536;
const notCheckedBytes = 8_192;
/** Room for headings, lines that say what is left out, and blank lines. */
const reserve = 1_024;

/** The comment on a pull request, as GitHub Flavored Markdown: at most 65,536 characters, worst first. */
export function comment(report: Report, context: CommentContext): string {
  const summary = summarise(report);
  const compared = compareFindings(report, context.base?.report);
  const head = [
    writeMarker(context.marker),
    `### ${verdict(report, summary, compared, context)}`,
    countsLine(summary),
    ...baseLine(compared, context),
    ...grid(report),
  ];
  const tail = [
    ...notCheckedSection(summary.notChecked, notCheckedBytes),
    [...reportLink(context), footer(report, context)].join(' · '),
  ];
  const room = mostBytes - reserve - bytesOf([...head, ...tail].join('\n\n'));
  return `${[...head, ...findingSections(compared, context, room), ...tail].join('\n\n')}\n`;
}

/** True for a report that leaves nothing to be told: no finding, and nothing that failed. */
export function isAllClean(report: Report): boolean {
  return resultWord(report, 'note') === 'clean';
}

function verdict(
  report: Report,
  { counts }: Summary,
  { added, old }: ComparedFindings,
  { failOn, base }: CommentContext,
): string {
  const word = resultWord(report, failOn);
  const found = severityCounts(counts);
  const ofThem = base === undefined || found === '' ? '' : ` (${added.length} new, ${old.length} old)`;
  if (word === 'failed') {
    return `⛔ windtunnel: not everything could be checked${found && `; ${found}`}${ofThem}`;
  }
  if (found === '') return '✅ windtunnel: all clean';
  if (word === 'findings') return `❌ windtunnel: ${found}${ofThem}`;
  return `✅ windtunnel: passed, with ${found}${ofThem}`;
}

function countsLine(summary: Summary): string {
  const phrases = [
    headline(summary),
    kubernetesPhrase(summary),
    madeUpPhrase(summary),
    suppressedPhrase(summary),
  ];
  return escapeMarkdown(phrases.filter(Boolean).join('; '));
}

function baseLine({ added, old, gone, baseFailed }: ComparedFindings, { base }: CommentContext): string[] {
  if (base === undefined) return [];
  const counts = `Against base ${base.commit.slice(0, 10)}: ${added.length} new, ${old.length} old, ${gone} gone.`;
  const doubt = ' Not everything of the base could be checked: what is new here may be older.';
  return [escapeMarkdown(`${counts}${baseFailed ? doubt : ''}`)];
}

function findingSections({ added, old }: ComparedFindings, context: CommentContext, room: number): string[] {
  const full = writeWhatFits(added, (finding) => findingSection(finding, context), room, 2);
  const lines = writeWhatFits(old, (finding) => findingLine(finding, context), full.room, 1);
  return [
    ...titled(context.base ? 'New findings' : 'Findings', added, [
      ...full.texts,
      ...leftOutLine(full.leftOut, context),
    ]),
    ...folded(old, [lines.texts.join('\n'), ...leftOutLine(lines.leftOut, context)].filter(Boolean)),
  ];
}

function titled(title: string, findings: readonly Finding[], texts: readonly string[]): string[] {
  return findings.length === 0 ? [] : [`#### ${title}`, ...texts];
}

function folded(findings: readonly Finding[], texts: readonly string[]): string[] {
  if (findings.length === 0) return [];
  const title = `${plural(findings.length, 'finding')} that the base has as well`;
  return [`<details><summary>${title}</summary>`, ...texts, '</details>'];
}

function leftOutLine(count: number, { reportUrl }: CommentContext): string[] {
  if (count === 0) return [];
  const where = reportUrl === undefined ? 'The report of the run has all.' : 'The full report has all.';
  return [`${plural(count, 'more finding')} not shown: a comment has room for 65,536 characters. ${where}`];
}

function reportLink({ reportUrl }: CommentContext): string[] {
  return reportUrl === undefined ? [] : [`[Full report](${encodeURI(reportUrl).replace(/[()]/g, '')})`];
}

function footer({ version }: Report, { marker, duration }: CommentContext): string {
  const time = duration === undefined ? '' : ` in ${(duration / 1000).toFixed(1)} s`;
  return `${escapeMarkdown(`windtunnel ${version}`)}, commit ${marker.head.slice(0, 10)}, checked${time}`;
}
