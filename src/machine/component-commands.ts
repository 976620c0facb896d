import type { KubernetesProblem } from '../kubernetes/check-text.ts';
import { checkCommandLine } from '../kubernetes/component/command-line.ts';
import type { UnitSubject } from './subjects.ts';
import { isCommandDirective } from './systemd/command-line.ts';
import { placeInValue } from './systemd/value-place.ts';
import { splitWords, type Word } from './systemd/words.ts';

/**
 * What is wrong with the command lines in a unit that start a component of Kubernetes, directly or in a container.
 * Undefined when there is none. `minor`: of Kubernetes 1.x.
 */
export function unitCommandProblems(unit: UnitSubject, minor: number): KubernetesProblem[] | undefined {
  let problems: KubernetesProblem[] | undefined;
  for (const { assignments } of unit.parsed.sections) {
    for (const assignment of assignments) {
      if (!isCommandDirective(assignment.key)) continue;
      for (const words of commandsOf(assignment.value)) {
        const verdict = checkCommandLine(words.map(withoutPrefix), minor);
        if (!verdict) continue;
        problems ??= [];
        for (const { word, start, end, ...problem } of verdict.problems) {
          const [from, to] = rangeOf(assignment.value, words[word], start, end);
          problems.push({ ...problem, at: placeInValue(assignment, from, to) });
        }
      }
    }
  }
  return problems;
}

/** The words of each command; a `;` of its own stands between two. */
function commandsOf(value: string): Word[][] {
  const commands: Word[][] = [[]];
  for (const word of splitWords(value).words) {
    if (value.slice(word.start, word.end) === ';') commands.push([]);
    else commands.at(-1)?.push(word);
  }
  return commands;
}

/** `-/usr/bin/kubelet`: systemd's own signs stand before the command. */
function withoutPrefix({ text }: Word, index: number): string {
  return index === 0 ? text.replace(/^[-@:+!|]*/, '') : text;
}

/** A range of a word as offsets in the value; the whole word where quotes or escapes stand between. */
function rangeOf(
  value: string,
  word: Word | undefined,
  start: number,
  end: number,
): readonly [number, number] {
  if (!word) return [0, value.length];
  const isPlain = value.slice(word.start, word.end) === word.text;
  return isPlain ? [word.start + start, word.start + end] : [word.start, word.end];
}
