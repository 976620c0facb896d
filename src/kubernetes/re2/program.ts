import type { CharSet } from './char-set.ts';
import type { Assertion, RegexNode } from './regex-node.ts';

/** One step of a compiled pattern; numbers are places of other steps. */
export type Step =
  | { readonly op: 'char'; readonly set: CharSet; readonly next: number }
  | { readonly op: 'assert'; readonly assertion: Assertion; readonly next: number }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'match' };

/** A pattern that would take more steps than we keep: `(((a{10}){10}){10}){10}` and its like. */
export class RegexTooLargeError extends Error {}

// A pattern of a thousand characters repeated a hundred times; real ones have a few dozen steps.
const mostSteps = 100_000;

/** The steps of a pattern, and where they begin. The first way of a split is the one that is liked better. */
export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
}

/** Thompson's construction, from the end to the beginning. */
export function compileProgram(node: RegexNode): Program {
  const steps: Step[] = [{ op: 'match' }];
  const start = emit(node, 0, steps);
  return { steps, start };
}

function push(step: Step, steps: Step[]): number {
  if (steps.length >= mostSteps) throw new RegexTooLargeError();
  return steps.push(step) - 1;
}

function emit(node: RegexNode, next: number, steps: Step[]): number {
  switch (node.op) {
    case 'empty':
      return next;
    case 'set':
      return push({ op: 'char', set: node.set, next }, steps);
    case 'assert':
      return push({ op: 'assert', assertion: node.assertion, next }, steps);
    case 'concat':
      return node.items.reduceRight((after, item) => emit(item, after, steps), next);
    case 'alternate':
      return node.items
        .map((item) => emit(item, next, steps))
        .reduceRight((second, first) => push({ op: 'split', first, second }, steps));
    case 'repeat':
      return emitRepeat(node, next, steps);
  }
}

function emitRepeat(node: RegexNode & { op: 'repeat' }, next: number, steps: Step[]): number {
  let at = node.max === Infinity ? emitLoop(node, next, steps) : next;
  for (let count = node.min; count < node.max && node.max !== Infinity; count += 1) {
    at = split(node.greedy, emit(node.item, at, steps), next, steps);
  }
  for (let count = 0; count < node.min; count += 1) at = emit(node.item, at, steps);
  return at;
}

function emitLoop(node: RegexNode & { op: 'repeat' }, next: number, steps: Step[]): number {
  // The body leads back to the split, whose place must be known before its body is.
  const place = push({ op: 'match' }, steps);
  const body = emit(node.item, place, steps);
  steps[place] = node.greedy
    ? { op: 'split', first: body, second: next }
    : { op: 'split', first: next, second: body };
  return place;
}

function split(greedy: boolean, taken: number, skipped: number, steps: Step[]): number {
  const [first, second] = greedy ? [taken, skipped] : [skipped, taken];
  return push({ op: 'split', first, second }, steps);
}
