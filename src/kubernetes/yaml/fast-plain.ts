import { code } from './characters.ts';
import type { FastState } from './fast-state.ts';
import { copyVerbatim, isSpaceOrLineFeed } from './fast-text.ts';

/** What ends plain text in brackets. */
const flowEnds = makeSet([...',?[]{}']);

/** What is simply part of plain text, and of a JSON string. */
const ordinary = makeSet(range(code.space + 1, code.tilde).filter((c) => !':"\\'.includes(c)));
const ordinaryInFlow = ordinary.map((is, c) => (flowEnds[c] === 1 ? 0 : is));

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
}

/** 1 at the codes of these characters, all of them ASCII. */
function makeSet(characters: readonly string[]): Uint8Array {
  const set = new Uint8Array(128);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}

/**
 * Copies plain text, as a JSON string, to its end on this line: a line feed, a comment, a colon, or in brackets what
 * ends it there.
 */
export function copyPlain(state: FastState, inFlow: boolean): void {
  const { units, bytes } = state;
  const direct = inFlow ? ordinaryInFlow : ordinary;
  let { at, length } = state;
  bytes[length] = code.doubleQuote;
  length += 1;
  for (;;) {
    let c = units[at] ?? 0;
    while (c < 128 && direct[c] === 1) {
      bytes[length] = c;
      length += 1;
      at += 1;
      c = units[at] ?? 0;
    }
    if (c === code.space) {
      const behind = behindSpaces(units, at);
      if (endsPlain(units, behind, inFlow) || units[behind] === code.hash) break;
      for (; at < behind; at += 1) {
        bytes[length] = code.space;
        length += 1;
      }
    } else {
      if (endsPlain(units, at, inFlow)) break;
      length = copyVerbatim(bytes, length, c);
      at += 1;
    }
  }
  bytes[length] = code.doubleQuote;
  state.length = length + 1;
  state.at = at;
}

function behindSpaces(units: Uint16Array, at: number): number {
  let behind = at + 1;
  while (units[behind] === code.space) behind += 1;
  return behind;
}

function endsPlain(units: Uint16Array, at: number, inFlow: boolean): boolean {
  const c = units[at] ?? 0;
  if (c === code.colon) return isSpaceOrLineFeed(units[at + 1] ?? 0);
  return c === code.lineFeed || (inFlow && c < 128 && flowEnds[c] === 1);
}
