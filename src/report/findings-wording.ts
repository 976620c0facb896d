import type { BaseReport } from '../model/base-report.ts';
import type { ComparedFindings } from '../model/compare-findings.ts';
import { plural } from './wording.ts';

/** `Against base c0ffee0000: 1 new, 3 old, 2 gone.`, and what makes that doubtful. */
export function basePhrase(
  { commit, isComplete }: BaseReport,
  { added, old, gone, unknown }: ComparedFindings,
): string {
  const counts = [`${added.length} new`, `${old.length} old`, `${gone.length} gone`];
  const lost = unknown.length === 0 ? [] : [`${unknown.length} could not be looked for again`];
  const doubt = isComplete
    ? ''
    : ' Not everything of the base could be checked: what is new here may be older.';
  return `Against base ${commit.slice(0, 10)}: ${[...counts, ...lost].join(', ')}.${doubt}`;
}

/** `2 findings of the base gone, 1 finding of the base could not be looked for again`; empty for none. */
export function goneTitle({ gone, unknown }: Pick<ComparedFindings, 'gone' | 'unknown'>): string {
  return [
    ...(gone.length > 0 ? [`${plural(gone.length, 'finding')} of the base gone`] : []),
    ...(unknown.length > 0
      ? [`${plural(unknown.length, 'finding')} of the base could not be looked for again`]
      : []),
  ].join(', ');
}
