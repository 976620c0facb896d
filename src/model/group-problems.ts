import { compareProblems, type LocatedProblem } from './finding.ts';
import { compareText, type Origin } from './origin.ts';

/** Equal problems of several matrix entries. */
export interface ProblemGroup<P extends LocatedProblem = LocatedProblem> {
  /** As the first of them has it. */
  readonly problem: P;
  readonly entries: readonly string[];
  readonly rendered: string | undefined;
}

interface OpenGroup<P> {
  readonly problem: P;
  readonly entries: string[];
  rendered: string | undefined;
}

/** One group for each distinct problem, in the total order, whatever order the problems come in. */
export function groupProblems<P extends LocatedProblem>(problems: Iterable<P>): ProblemGroup<P>[] {
  // By file, line and message first: a key of all parts for each of a million problems takes seconds to build.
  const files = new Map<string, Map<number, Map<string, OpenGroup<P>[]>>>();
  const groups: OpenGroup<P>[] = [];
  for (const problem of problems) {
    const lines = getOrAdd(files, problem.origin.file, () => new Map<number, Map<string, OpenGroup<P>[]>>());
    const messages = getOrAdd(lines, problem.origin.line, () => new Map<string, OpenGroup<P>[]>());
    const alike = getOrAdd(messages, problem.message, (): OpenGroup<P>[] => []);
    const group = alike.find((one) => isSame(one.problem, problem));
    if (group === undefined) {
      const opened = { problem, entries: [problem.entry], rendered: problem.rendered };
      alike.push(opened);
      groups.push(opened);
    } else {
      if (group.entries.at(-1) !== problem.entry) group.entries.push(problem.entry);
      group.rendered = lesser(group.rendered, problem.rendered);
    }
  }
  return groups
    .sort(
      (a, b) => compareProblems(a.problem, b.problem) || compareText(detail(a.problem), detail(b.problem)),
    )
    .map(({ problem, entries, rendered }) => ({ problem, entries: sortedUnique(entries), rendered }));
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Whether two problems of one line with one message are the same in all else. */
function isSame(a: LocatedProblem, b: LocatedProblem): boolean {
  const at = a.origin;
  const bt = b.origin;
  if (at.column !== bt.column || at.endLine !== bt.endLine || at.endColumn !== bt.endColumn) return false;
  if (a.check !== b.check || a.severity !== b.severity || a.stage !== b.stage) return false;
  return (a.fix === b.fix && a.related === b.related) || detail(a) === detail(b);
}

/** What a problem says beyond its place and message. */
function detail({ stage, fix, related }: LocatedProblem): string {
  if (fix === undefined && related === undefined) return '';
  return JSON.stringify([stage, fix, related?.map(({ origin, message }) => [...placeOf(origin), message])]);
}

function placeOf(origin: Origin): readonly unknown[] {
  return [origin.file, origin.line, origin.column, origin.endLine, origin.endColumn];
}

function lesser(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareText(a, b) <= 0 ? a : b;
}

function sortedUnique(names: string[]): string[] {
  if (names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name)) return names;
  // Without a function it sorts by code units, in a tenth of the time.
  return [...new Set(names)].sort();
}
