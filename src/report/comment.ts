import { compareFindings } from '../model/compare-findings.ts';
import type { Report } from '../model/report.ts';
import { resultWord, summarise } from '../model/summary.ts';
import { bytesOf } from './byte-budget.ts';
import type { CommentContext } from './comment/context.ts';
import { grid } from './comment/grid.ts';
import { baseLine, countsLine, footer, verdict } from './comment/head.ts';
import { writeMarker } from './comment/marker.ts';
import { commentSections } from './comment/sections.ts';
import { notCheckedSection } from './markdown-summary.ts';

/**
 * GitHub takes 65,536 characters for a comment (it answers `body is too long (maximum is 65536 characters)`).
 * Bytes are counted, of which there are never fewer.
 */
const mostBytes = 65_536;
const notCheckedBytes = 8_192;
/** Room for headings, lines that say what is left out, and blank lines. */
const reserve = 1_536;

/** The comment on a pull request, as GitHub Flavored Markdown: at most 65,536 characters, worst first. */
export function comment(report: Report, context: CommentContext): string {
  const summary = summarise(report);
  const compared = compareFindings(report);
  const head = [
    writeMarker(context.marker),
    `### ${verdict(report, summary, compared, context)}`,
    countsLine(summary),
    ...baseLine(report, compared),
    ...grid(report),
  ];
  const tail = [...notCheckedSection(summary.notChecked, '####', notCheckedBytes), footer(report, context)];
  const room = mostBytes - reserve - bytesOf([...head, ...tail].join('\n\n'));
  const sections = commentSections(report, compared, context, room);
  return `${[...head, ...sections, ...tail].join('\n\n')}\n`;
}

/**
 * Whether a pull request without a comment gets one: there is a finding, one that is gone, something that failed, or
 * something rendered is not as it was.
 */
export function hasNews(report: Report): boolean {
  return (
    resultWord(report, 'note') !== 'clean' ||
    compareFindings(report).gone.length > 0 ||
    (report.difference?.entries.some(({ status }) => status !== 'same') ?? false)
  );
}
