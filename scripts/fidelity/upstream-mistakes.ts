import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LocatedProblem } from '../../src/model/finding.ts';
import { matcher } from '../../src/sources/workspace/patterns.ts';

/** True mistakes in upstream's files: the API server refuses them too. */
export interface TrueMistake {
  /** Patterns as in a `.gitignore`, relative to the module. */
  readonly files: readonly string[];
  /** The checks that find them. */
  readonly checks: readonly string[];
  /** Why it is one, and often why it is there. */
  readonly reason: string;
}

const listFile = path.resolve(import.meta.dirname, '../../test/kubernetes/upstream/true-mistakes.json');

/** The list that is kept in the repository. */
export function readTrueMistakes(): readonly TrueMistake[] {
  const list: { readonly mistakes: readonly TrueMistake[] } = JSON.parse(readFileSync(listFile, 'utf8'));
  return list.mistakes;
}

/** Findings held against the list. */
export interface Sorted {
  readonly known: ReadonlyMap<TrueMistake, readonly LocatedProblem[]>;
  /** Findings that no item of the list explains: a mistake of ours, or a new one of theirs. */
  readonly unknown: readonly LocatedProblem[];
  /** Items, or checks of items, that nothing is found of any more. */
  readonly stale: readonly string[];
}

/** Sorts findings by the item that explains them. */
export function sortFindings(problems: readonly LocatedProblem[], list: readonly TrueMistake[]): Sorted {
  const items = list.map((mistake) => ({ mistake, matches: matcher(mistake.files), found: found() }));
  const unknown = problems.filter((problem) => {
    const item = items.find(
      ({ mistake, matches }) => mistake.checks.includes(problem.check) && matches(problem.origin.file),
    );
    item?.found.push(problem);
    return item === undefined;
  });
  const stale = items.flatMap((item) => staleOf(item.mistake, item.found));
  return { known: new Map(items.map((item) => [item.mistake, item.found])), unknown, stale };
}

function found(): LocatedProblem[] {
  return [];
}

function staleOf({ files, checks }: TrueMistake, problems: readonly LocatedProblem[]): string[] {
  const idlePatterns = files.filter((pattern) => {
    const matches = matcher([pattern]);
    return !problems.some(({ origin }) => matches(origin.file));
  });
  const idleChecks = checks.filter((id) => !problems.some(({ check }) => check === id));
  return [
    ...idlePatterns.map((pattern) => `nothing is found in ${pattern}`),
    ...idleChecks.map((id) => `${id} finds nothing in ${files.join(', ')}`),
  ];
}
