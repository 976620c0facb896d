import type { NotChecked, StageTally } from '../model/summary.ts';
import { writeWhatFits } from './byte-budget.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { clip, plural, someOf, uncheckedPhrase } from './wording.ts';

const longestText = 1000;

/** How each stage ended. */
export function stageTable(tallies: readonly StageTally[]): string {
  return [
    '### Stages',
    '',
    '| Stage | Passed | Findings | Skipped | Not applicable | Failed |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...tallies.map(({ stage, results }) => {
      const { passed, findings, skipped, 'not-applicable': notApplicable, failed } = results;
      return `| ${stage} | ${passed} | ${findings} | ${skipped} | ${notApplicable} | ${failed} |`;
    }),
  ].join('\n');
}

/**
 * What nobody looked at, and why; nothing when all was.
 *
 * @param heading `###` or the like
 * @param most bytes
 */
export function notCheckedSection(groups: readonly NotChecked[], heading: string, most: number): string[] {
  if (groups.length === 0) return [];
  const { texts, leftOut } = writeWhatFits(groups, groupItem, most, 1);
  return [
    `${heading} Not checked`,
    texts.join('\n'),
    ...(leftOut > 0 ? [`${plural(leftOut, 'more reason')} not shown. The json report has all.`] : []),
  ];
}

function groupItem(group: NotChecked): string {
  const { status, names, holdsForAll } = group;
  const shown = someOf(names, status === 'failed' ? 20 : 3);
  const subjects = holdsForAll && status === 'skipped' ? '' : ` (${inline(shown)})`;
  return `- **${status}**, ${inline(uncheckedPhrase(group))}${subjects}`;
}

function inline(text: string): string {
  return escapeMarkdown(clip(text, longestText));
}
