import { accepts } from './char-set.ts';
import type { Program } from './program.ts';
import { type Before, beforeNext, holds, textEnd } from './surroundings.ts';

/** One way through the pattern, and where in the text it began. */
interface Thread {
  readonly place: number;
  readonly start: number;
}

/** Where a match begins and ends, in UTF-16 units. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/**
 * The leftmost match at or behind `from`; of several that begin there, the one that Perl would take. Linear in the
 * length of the text: all ways are followed side by side, the better ones first (https://swtch.com/~rsc/regexp/regexp2.html).
 */
export function findMatch(program: Program, text: string, from: number): Match | undefined {
  let threads: Thread[] = [];
  let found: Match | undefined;
  for (let index = from; index <= text.length; ) {
    const char = text.codePointAt(index) ?? textEnd;
    if (!found) threads.push({ place: program.start, start: index });
    if (threads.length === 0) break;
    const moved: Thread[] = [];
    for (const thread of follow(program, threads, before(text, index), char)) {
      const step = program.steps[thread.place];
      if (step?.op === 'match') {
        found = { start: thread.start, end: index };
        break;
      }
      if (step?.op === 'char' && char !== textEnd && accepts(step.set, char)) {
        moved.push({ place: step.next, start: thread.start });
      }
    }
    threads = moved;
    index += char > 0xffff ? 2 : 1;
  }
  return found;
}

function before(text: string, index: number): Before {
  if (index === 0) return 'start';
  return beforeNext(text.charCodeAt(index - 1));
}

/** Every place that the threads reach without a character, each once, in order of preference. */
function follow(program: Program, threads: readonly Thread[], at: Before, char: number): Thread[] {
  const seen = new Set<number>();
  const reached: Thread[] = [];
  for (const { place, start } of threads) {
    const waiting = [place];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const step = program.steps[next];
      if (step?.op === 'split') waiting.push(step.second, step.first);
      else if (step?.op === 'assert' && holds(step.assertion, at, char)) waiting.push(step.next);
      else if (step) reached.push({ place: next, start });
    }
  }
  return reached;
}
