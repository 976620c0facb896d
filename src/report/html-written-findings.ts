import { compareSeverity, type Finding, type Severity } from '../model/finding.ts';
import { compareText } from '../model/origin.ts';
import type { Report } from '../model/report.ts';
import { writeWhatFits } from './byte-budget.ts';
import { findingArticle, findingFolds } from './html-finding.ts';
import { finished, type Markup } from './html-markup.ts';
import type { Platforms } from './html-platforms.ts';

/** Bytes of UTF-8: with both used up the page still opens within a second or two. */
const mostArticles = 8_388_608;
const mostFolds = 4_194_304;

/** The findings of one check that have the same severity, as articles. */
export interface FindingGroup {
  readonly check: string;
  readonly severity: Severity;
  readonly articles: Markup;
}

/** As many findings as a page has room for, the worst first. */
export interface WrittenFindings {
  readonly groups: readonly FindingGroup[];
  /** Findings that are not on the page. */
  readonly leftOut: number;
  /** Findings that are there without their source and the names of all entries. */
  readonly withoutFolds: number;
}

/** Writes findings by severity, then check, then place, until the room is used up. */
export function writeFindings({ findings, entries }: Report, platforms: Platforms): WrittenFindings {
  const ordered = findings.toSorted(
    (a, b) => compareSeverity(a.severity, b.severity) || compareText(a.check, b.check),
  );
  const folds = writeWhatFits(ordered, (one) => findingFolds(one, entries.length).text, mostFolds, 1);
  const folded = ordered.map((finding, index) => ({ finding, folds: finished([folds.texts[index] ?? '']) }));
  const articles = writeWhatFits(
    folded,
    (one) => {
      const traits = { entries: entries.length, platforms: platforms.valuesOf(one.finding.entries) };
      return findingArticle(one.finding, traits, one.folds).text;
    },
    mostArticles,
    1,
  );
  return {
    groups: groupArticles(ordered, articles.texts),
    leftOut: articles.leftOut,
    withoutFolds: Math.max(0, articles.texts.length - folds.texts.length),
  };
}

function groupArticles(ordered: readonly Finding[], articles: readonly string[]): FindingGroup[] {
  const groups = new Map<
    string,
    { readonly check: string; readonly severity: Severity; readonly texts: string[] }
  >();
  for (const [index, text] of articles.entries()) {
    const finding = ordered[index];
    if (!finding) break;
    const { check, severity } = finding;
    const key = `${severity} ${check}`;
    const group = groups.get(key);
    if (group) group.texts.push(text);
    else groups.set(key, { check, severity, texts: [text] });
  }
  return [...groups.values()].map(({ check, severity, texts }) => ({
    check,
    severity,
    articles: finished(texts),
  }));
}
