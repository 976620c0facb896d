import { accepts } from './char-set.ts';
import type { Program } from './program.ts';
import { type Before, beforeNext, holds, textEnd } from './surroundings.ts';

/** A set of places in the program that the text may have led to, with the ways on from there that were needed yet. */
interface State {
  readonly before: Before;
  readonly places: readonly number[];
  readonly next: Map<number, State | 'match'>;
}

// States are made when a text needs them. A pattern can have more than anybody has memory for.
const mostStates = 2000;

/** Finds out whether a text matches, in time linear in its length: each character leads from one state to one other. */
export class Automaton {
  private readonly states = new Map<string, State>();
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  /** True when the pattern matches anywhere in `text`. */
  test(text: string): boolean {
    let state = this.state('start', []);
    for (let index = 0; index <= text.length; index += 1) {
      const char = text.codePointAt(index) ?? textEnd;
      const known = state.next.get(char);
      const next = known ?? this.step(state, char);
      if (next === 'match') return true;
      state = next;
      if (char > 0xffff) index += 1;
    }
    return false;
  }

  private step(state: State, char: number): State | 'match' {
    const reached = new Set<number>();
    // A match may begin at every character.
    for (const place of [...state.places, this.program.start])
      this.follow(place, state.before, char, reached);
    let next: State | 'match' = 'match';
    if (![...reached].some((place) => this.program.steps[place]?.op === 'match')) {
      next = this.state(char === textEnd ? 'other' : beforeNext(char), this.consume(reached, char));
    }
    state.next.set(char, next);
    return next;
  }

  /** All places that can be reached from `from` without a character. */
  private follow(from: number, before: Before, char: number, reached: Set<number>): void {
    const waiting = [from];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (reached.has(place)) continue;
      reached.add(place);
      const step = this.program.steps[place];
      if (step?.op === 'split') waiting.push(step.second, step.first);
      else if (step?.op === 'assert' && holds(step.assertion, before, char)) waiting.push(step.next);
    }
  }

  private consume(reached: ReadonlySet<number>, char: number): number[] {
    const places = new Set<number>();
    if (char === textEnd) return [];
    for (const place of reached) {
      const step = this.program.steps[place];
      if (step?.op === 'char' && accepts(step.set, char)) places.add(step.next);
    }
    return [...places].sort((a, b) => a - b);
  }

  private state(before: Before, places: readonly number[]): State {
    const key = `${before} ${places.join()}`;
    const known = this.states.get(key);
    if (known) return known;
    // States that are held by others live on; the text goes through with what it has.
    if (this.states.size >= mostStates) this.states.clear();
    const state = { before, places, next: new Map<number, State | 'match'>() };
    this.states.set(key, state);
    return state;
  }
}
