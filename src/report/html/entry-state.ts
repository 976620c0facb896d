import type { Report } from '../../model/report.ts';
import { type EntryVerdict, entryVerdicts, verdictWords } from '../comment/verdict.ts';
import type { MarkKind } from './marks.ts';

/** How one matrix entry ended, in a mark and a few words: `failed, 2 errors`. */
export interface EntryState {
  readonly kind: MarkKind;
  readonly words: string;
}

/** By the rank of a verdict; with the words for several entries. */
const kinds = [
  ['failed', 'failed'],
  ['error', 'with errors'],
  ['warning', 'with warnings'],
  ['note', 'with notes'],
  ['passed', 'clean'],
  ['skipped', 'not checked'],
] as const satisfies readonly (readonly [MarkKind, string])[];

const lastKind = kinds[5];

/** The state of every entry, by its name. */
export function entryStates(report: Report): ReadonlyMap<string, EntryState> {
  return new Map([...entryVerdicts(report)].map(([name, verdict]) => [name, stateOf(verdict)]));
}

function stateOf(verdict: EntryVerdict): EntryState {
  const [kind] = kinds[verdict.rank] ?? lastKind;
  return { kind, words: verdictWords(verdict) };
}

/** How many entries are in each state, worst first: `2 with errors`, `3 clean`. */
export function tallyStates(states: readonly EntryState[]): EntryState[] {
  return kinds.flatMap(([kind, words]) => {
    const count = states.filter((state) => state.kind === kind).length;
    return count === 0 ? [] : [{ kind, words: `${count} ${words}` }];
  });
}
