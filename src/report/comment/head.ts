import type { ComparedFindings } from '../../model/compare-findings.ts';
import { minorOf } from '../../model/minor-version.ts';
import type { Report } from '../../model/report.ts';
import { resultWord, type Summary } from '../../model/summary.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { basePhrase } from '../findings-wording.ts';
import {
  clip,
  headline,
  kubernetesPhrase,
  madeUpPhrase,
  severityCounts,
  someOf,
  suppressedPhrase,
} from '../wording.ts';
import type { CommentContext } from './context.ts';

/** Minors of Kubernetes that are named. */
const mostVersions = 8;
const longestVersion = 60;

/** The heading: what the verdict is, in a mark and words. */
export function verdict(
  report: Report,
  { counts }: Summary,
  { added, old }: ComparedFindings,
  { failOn }: CommentContext,
): string {
  const word = resultWord(report, failOn);
  const found = severityCounts(counts);
  const ofThem = report.base === undefined || found === '' ? '' : ` (${added.length} new, ${old.length} old)`;
  if (word === 'failed')
    return `⛔ windtunnel: not everything could be checked${found && `; ${found}`}${ofThem}`;
  if (found === '') return '✅ windtunnel: all clean';
  if (word === 'findings') return `❌ windtunnel: ${found}${ofThem}`;
  return `✅ windtunnel: passed, with ${found}${ofThem}`;
}

export function countsLine(summary: Summary): string {
  const phrases = [
    headline(summary),
    kubernetesPhrase(summary),
    madeUpPhrase(summary),
    suppressedPhrase(summary),
  ];
  return escapeMarkdown(phrases.filter(Boolean).join('; '));
}

/** How many findings are new, old and gone; nothing where nothing was compared. */
export function baseLine({ base }: Report, compared: ComparedFindings): string[] {
  return base === undefined ? [] : [escapeMarkdown(basePhrase(base, compared))];
}

/** The last line: a link to the whole report, versions, commit and time. */
export function footer({ version, entries }: Report, context: CommentContext): string {
  const { marker, postedAt, reportUrl } = context;
  const minors = [...new Set(entries.flatMap(({ kubernetes }) => kubernetes ?? []))].sort(
    (a, b) => minorOf(a) - minorOf(b),
  );
  const facts = [
    `windtunnel ${clip(version, longestVersion)}`,
    ...(minors.length > 0
      ? [
          `Kubernetes ${someOf(
            minors.map((minor) => clip(minor, longestVersion)),
            mostVersions,
          )}`,
        ]
      : []),
    `commit ${marker.head.slice(0, 10)}`,
    ...(postedAt === undefined ? [] : [`posted ${postedAt}`]),
  ];
  const link = reportUrl === undefined ? [] : [`[Full report](${encodeURI(reportUrl).replace(/[()]/g, '')})`];
  return [...link, escapeMarkdown(facts.join(', '))].join(' · ');
}
