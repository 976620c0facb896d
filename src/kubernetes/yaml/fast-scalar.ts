import { code } from './characters.ts';
import { copyPlain } from './fast-plain.ts';
import { type FastState, giveUp } from './fast-state.ts';
import { copyQuoted, isSpaceOrLineFeed } from './fast-text.ts';
import { isTextForSure, resolvePlain } from './resolve-plain.ts';

/** Copies a scalar of one line as a JSON string, whatever it means. */
export function copyScalar(state: FastState, inFlow: boolean): void {
  const c = state.peek();
  if (c === code.doubleQuote || c === code.singleQuote) {
    copyQuoted(state, c);
  } else {
    if (!canStartPlain(state, c)) giveUp();
    copyPlain(state, inFlow);
  }
}

/** Indicators are left to the full reader; so is `<`, which starts a merge key. */
function canStartPlain(state: FastState, c: number): boolean {
  if (c === code.minus) return !isSpaceOrLineFeed(state.peek(1));
  return c > code.space && !(c < 128 && indicators[c] === 1);
}

const indicators = new Uint8Array(128);
for (const indicator of ',[]{}#&*!|>\'"%@`?:<') indicators[indicator.charCodeAt(0)] = 1;

/** Makes the scalar that was copied last, from an offset to here, what it means when it is a value. */
export function resolveValue(state: FastState, start: number, written: number): void {
  const { text, at } = state;
  if (isTextForSure(text, start, at)) return;
  const value = resolvePlain(text, start, at);
  if (typeof value === 'string') return;
  // What JSON cannot say: minus zero, too, would lose its sign.
  if (typeof value === 'bigint' || (typeof value === 'number' && !isJsonNumber(value))) giveUp();
  state.length = written;
  state.writeWord(String(value));
}

function isJsonNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}
