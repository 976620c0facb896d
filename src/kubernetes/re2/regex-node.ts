import type { CharSet } from './char-set.ts';

/** Places between characters that a pattern can ask for. */
export type Assertion = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge';

/** A parsed pattern. Groups are gone: nobody asks for what they matched. */
export type RegexNode =
  | { readonly op: 'empty' }
  | { readonly op: 'set'; readonly set: CharSet }
  | { readonly op: 'assert'; readonly assertion: Assertion }
  | { readonly op: 'concat'; readonly items: readonly RegexNode[] }
  | { readonly op: 'alternate'; readonly items: readonly RegexNode[] }
  | {
      readonly op: 'repeat';
      readonly item: RegexNode;
      readonly min: number;
      /** Infinity for no limit. */
      readonly max: number;
      readonly greedy: boolean;
    };
