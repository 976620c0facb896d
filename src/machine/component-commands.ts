import type { KubernetesProblem } from '../kubernetes/check-text.ts';
import { checkCommandLine } from '../kubernetes/component/command-line.ts';
import type { UnitSubject } from './subjects.ts';
import { isCommandDirective, readCommandLine } from './systemd/command-line.ts';
import { placeInValue } from './systemd/value-place.ts';
import type { Word } from './systemd/words.ts';

/**
 * What is wrong with the command lines in a unit that start a component of Kubernetes, directly or in a container.
 * Undefined when there is none. `minor`: of Kubernetes 1.x.
 */
export function unitCommandProblems(unit: UnitSubject, minor: number): KubernetesProblem[] | undefined {
  let problems: KubernetesProblem[] | undefined;
  for (const { assignments } of unit.parsed.sections) {
    for (const assignment of assignments) {
      if (!isCommandDirective(assignment.key)) continue;
      for (const { executable, start: from, end: to, args } of readCommandLine(assignment.value).commands) {
        const words = [{ text: executable, start: from, end: to }, ...args];
        const verdict = checkCommandLine(
          words.map(({ text }) => text),
          minor,
        );
        if (!verdict) continue;
        problems ??= [];
        for (const { word, start, end, ...problem } of verdict.problems) {
          const range = rangeOf(assignment.value, words[word], start, end);
          problems.push({ ...problem, at: placeInValue(assignment, ...range) });
        }
      }
    }
  }
  return problems;
}

/** A range of a word as offsets in the value; the whole word where quotes or escapes stand between. */
function rangeOf(
  value: string,
  word: Pick<Word, 'text' | 'start' | 'end'> | undefined,
  start: number,
  end: number,
): readonly [number, number] {
  if (!word) return [0, value.length];
  const isPlain = value.slice(word.start, word.end) === word.text;
  return isPlain ? [word.start + start, word.start + end] : [word.start, word.end];
}
