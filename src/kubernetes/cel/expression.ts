import type { CelType } from './types.ts';
import type { CelValue } from './value.ts';

/** A parsed expression, its macros taken apart as cel-go does. Operators are calls: `_==_`, `_?_:_`. */
export type Expression =
  | { readonly op: 'literal'; readonly value: CelValue; readonly type: CelType }
  | { readonly op: 'ident'; readonly name: string }
  | Select
  | Call
  | { readonly op: 'list'; readonly items: readonly Expression[] }
  | { readonly op: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | Comprehension
  | Grow;

/** `a.b`, `a.?b` and `has(a.b)`. */
export interface Select {
  readonly op: 'select';
  readonly operand: Expression;
  readonly field: string;
  readonly form: 'value' | 'optional' | 'presence';
}

export interface Call {
  readonly op: 'call';
  readonly name: string;
  /** What stands before the dot of `a.f(b)`. */
  readonly target: Expression | undefined;
  readonly args: readonly Expression[];
}

/** A loop over a list or the keys of a map: what `all`, `exists`, `map`, `filter` and their like are made of. */
export interface Comprehension {
  readonly op: 'comprehension';
  readonly range: Expression;
  readonly variable: string;
  /** The element, where `variable` is its index or key. */
  readonly second: string | undefined;
  readonly accumulator: string;
  readonly init: Expression;
  readonly condition: Expression;
  readonly step: Expression;
  readonly result: Expression;
}

/** Adds to the accumulator of a comprehension, in place: `accu + [item]`, or an entry of a map. */
export interface Grow {
  readonly op: 'grow';
  readonly accumulator: Expression;
  /** One item of a list, or key and value of a map, or a map that is joined. */
  readonly items: readonly Expression[];
  readonly into: 'list' | 'map';
}
