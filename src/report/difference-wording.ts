import { groupBy } from '../model/group-by.ts';
import { compareText } from '../model/origin.ts';
import type { ComparedEntry, RenderedChange, RenderedDifference } from '../model/rendered-difference.ts';
import type { NameEntries } from './name-entries.ts';
import { plural, someOf } from './wording.ts';

/** `Rendered: 1 of 24 entries changed, 23 the same`. */
export function differencePhrase({ entries }: RenderedDifference): string {
  const count = (status: ComparedEntry['status']): number =>
    entries.filter((entry) => entry.status === status).length;
  const same = count('same');
  if (entries.length === 0) return 'Rendered: there is no entry to compare';
  if (same === entries.length)
    return `Rendered: the change changes nothing of what any machine, API server or operator receives (${entriesWord(same)} compared)`;
  const changed = count('changed');
  const unknown = count('unknown');
  const verb = changed === 0 && unknown > 0 ? 'known to have changed' : 'changed';
  return [
    `Rendered: ${changed === 0 ? 'none' : changed} of ${entriesWord(entries.length)} ${verb}`,
    ...(same > 0 ? [`${same} the same`] : []),
    ...(['added', 'removed'] as const).flatMap((status) =>
      count(status) > 0 ? [`${count(status)} ${status}`] : [],
    ),
    ...(unknown > 0 ? [`${unknown} could not be compared`] : []),
  ].join(', ');
}

/** Which entries came, went, or could not be compared and why; one sentence each, that hold untrusted text. */
export function differenceRemarks({ entries }: RenderedDifference): string[] {
  const named = (['added', 'removed'] as const).flatMap((status) => {
    const names = entries.filter((entry) => entry.status === status).map(({ name }) => name);
    return names.length === 0 ? [] : [`${entriesWord(names.length)} ${status}: ${someOf(names, 3)}`];
  });
  const unknown = entries.flatMap((entry) => (entry.status === 'unknown' ? [entry] : []));
  const reasons = [...groupBy(unknown, ({ reason }) => reason)].sort(
    ([a, some], [b, others]) => others.length - some.length || compareText(a, b),
  );
  return [
    ...named,
    ...reasons.map(([reason, some]) => {
      const names = some.map(({ name }) => name);
      return `${entriesWord(some.length)} could not be compared, ${reason}: ${someOf(names, 3)}`;
    }),
  ];
}

/** `in 24 entries, on controller, worker, +3 -2`. */
export function changePhrase({ status, added, removed, entries, machines }: RenderedChange): string {
  return [
    ...(status === 'changed' ? [] : [`file ${status}`]),
    `in ${entriesWord(entries.length)}`,
    ...(machines.length === 0 ? [] : [`on ${someOf(machines, 3)}`]),
    `+${added} -${removed}`,
  ].join(', ');
}

/** `in 24 entries: a, b, c and 21 more`. */
export function changedEntries({ entries }: RenderedChange, nameEntries: NameEntries): string {
  return `in ${nameEntries(entries)}`;
}

/** What is missing of a diff of which only some lines are shown; empty for nothing. */
export function linesNotShown({ lines, leftOut }: RenderedChange, shown: number): string {
  const missing = lines.length - shown + leftOut;
  return missing === 0 ? '' : `${plural(missing, 'more line')} of this diff not shown`;
}

function entriesWord(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
