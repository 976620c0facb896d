import { compareProblems, type LocatedProblem } from './finding.ts';
import { compareText } from './origin.ts';

/** Equal problems of several matrix entries. */
export interface ProblemGroup {
  readonly problem: LocatedProblem;
  readonly entries: readonly string[];
  readonly rendered: string | undefined;
}

interface OpenGroup {
  readonly key: string;
  readonly problem: LocatedProblem;
  readonly entries: string[];
  rendered: string | undefined;
}

/** One group for each distinct problem, in the total order, whatever order the problems come in. */
export function groupProblems(problems: Iterable<LocatedProblem>): ProblemGroup[] {
  const groups = new Map<string, OpenGroup>();
  for (const problem of problems) {
    const key = groupKey(problem);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { key, problem, entries: [problem.entry], rendered: problem.rendered });
    } else {
      if (group.entries.at(-1) !== problem.entry) group.entries.push(problem.entry);
      group.rendered = lesser(group.rendered, problem.rendered);
    }
  }
  return [...groups.values()]
    .sort((a, b) => compareProblems(a.problem, b.problem) || compareText(a.key, b.key))
    .map(({ problem, entries, rendered }) => ({ problem, entries: sortedUnique(entries), rendered }));
}

/**
 * Says when two problems are one. The message's length keeps a message with a NUL from looking like a message
 * and a fix.
 */
function groupKey(problem: LocatedProblem): string {
  const { check, severity, message, origin, related, fix } = problem;
  const place = `${origin.file}\0${origin.line}:${origin.column}:${origin.endLine}:${origin.endColumn}`;
  const key = `${place}\0${severity}\0${check}\0${message.length}\0${message}`;
  if (fix === undefined && related === undefined) return key;
  return `${key}\0${JSON.stringify([fix, related?.map(({ origin: at, message: text }) => [placeOf(at), text])])}`;
}

function placeOf(origin: LocatedProblem['origin']): readonly unknown[] {
  return [origin.file, origin.line, origin.column, origin.endLine, origin.endColumn];
}

function lesser(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareText(a, b) <= 0 ? a : b;
}

function sortedUnique(names: string[]): string[] {
  if (names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name)) return names;
  return [...new Set(names)].sort(compareText);
}
