import { compareSeverity, type Finding, type Severity } from '../../model/finding.ts';
import { compareText } from '../../model/origin.ts';
import { bytesOf } from '../byte-budget.ts';
import type { EntryWriter } from './entries.ts';
import { type FindingTraits, findingArticle, findingFolds } from './finding.ts';
import { finished, type Markup } from './markup.ts';

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

interface OpenGroup {
  readonly check: string;
  readonly severity: Severity;
  readonly texts: string[];
}

/** Writes findings by severity, then check, then place, the new ones first, until the room is used up. */
export function writeFindings(
  findings: readonly Finding[],
  traitsOf: (finding: Finding) => FindingTraits,
  entryNames: EntryWriter,
): WrittenFindings {
  const writeFolds = foldWriter(entryNames);
  const groups = new Map<string, OpenGroup>();
  let room = mostArticles;
  let written = 0;
  let withoutFolds = 0;
  for (const [finding, traits] of inOrder(findings, traitsOf)) {
    const folds = writeFolds(finding);
    const { text } = findingArticle(finding, traits, entryNames, folds ?? '');
    room -= bytesOf(text) + 1;
    if (room < 0) break;
    written += 1;
    if (folds === undefined) withoutFolds += 1;
    groupOf(finding, groups).texts.push(text);
  }
  return {
    groups: [...groups.values()].map(({ texts, ...group }) => ({ ...group, articles: finished(texts) })),
    leftOut: findings.length - written,
    withoutFolds,
  };
}

function inOrder(
  findings: readonly Finding[],
  traitsOf: (finding: Finding) => FindingTraits,
): (readonly [Finding, FindingTraits])[] {
  return findings
    .map((finding) => [finding, traitsOf(finding)] as const)
    .sort(
      ([a, { age }], [b, { age: other }]) =>
        compareSeverity(a.severity, b.severity) ||
        compareText(a.check, b.check) ||
        Number(age === 'old') - Number(other === 'old'),
    );
}

/** Gives undefined from the first fold on that has no room. */
function foldWriter(entryNames: EntryWriter): (finding: Finding) => Markup | undefined {
  let room = mostFolds;
  return (finding) => {
    if (room < 0) return undefined;
    const folds = findingFolds(finding, entryNames);
    room -= bytesOf(folds.text) + 1;
    return room < 0 ? undefined : folds;
  };
}

function groupOf({ check, severity }: Finding, groups: Map<string, OpenGroup>): OpenGroup {
  const key = `${severity} ${check}`;
  const known = groups.get(key);
  if (known) return known;
  const group = { check, severity, texts: [] };
  groups.set(key, group);
  return group;
}
