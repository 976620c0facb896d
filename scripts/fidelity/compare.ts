import type { Mutant } from './mutants.ts';
import { rejects } from './own-verdict.ts';
import { documentHash } from './record.ts';
import type { SampleClass } from './split.ts';
import type { Verdict } from './verdict.ts';

/** A document with both verdicts. `expected` is undefined when none is recorded: the record is stale. */
export interface Comparison {
  readonly mutant: Mutant;
  readonly expected: Verdict | undefined;
  /** Whether we reject it. */
  readonly rejected: boolean;
}

/** Counts of one row of the table. */
export interface Tally {
  readonly documents: number;
  /** Of which the API server rejects so many, kinds that it does not serve included. */
  readonly bad: number;
  /** Of the bad ones, those that we reject. */
  readonly found: number;
  /** Of the good ones, those that we reject. */
  readonly falseAlarms: number;
}

/** Judges every document by ourselves and looks up what the API server says of it. */
export function compare(
  mutants: readonly Mutant[],
  record: ReadonlyMap<string, Verdict>,
): readonly Comparison[] {
  return mutants.map((mutant) => ({
    mutant,
    expected: record.get(documentHash(mutant.line)),
    rejected: rejects(mutant.document),
  }));
}

export function differs({ expected, rejected }: Comparison): boolean {
  return expected !== undefined && rejected !== (expected !== 'accepted');
}

export function ofClass(comparisons: readonly Comparison[], sampleClass: SampleClass): readonly Comparison[] {
  return comparisons.filter(({ mutant }) => mutant.sampleClass === sampleClass);
}

export function tally(comparisons: readonly Comparison[]): Tally {
  const bad = comparisons.filter(({ expected }) => expected !== 'accepted');
  return {
    documents: comparisons.length,
    bad: bad.length,
    found: bad.filter(({ rejected }) => rejected).length,
    falseAlarms: comparisons.filter(({ expected, rejected }) => expected === 'accepted' && rejected).length,
  };
}

/** Share of the bad documents that we reject, 0 to 1. */
export function recall({ bad, found }: Tally): number {
  return bad === 0 ? 1 : found / bad;
}

/** Share of the good documents that we reject, 0 to 1. */
export function falseAlarmRate({ documents, bad, falseAlarms }: Tally): number {
  return documents === bad ? 0 : falseAlarms / (documents - bad);
}
