import { code, isBlank } from './characters.ts';
import { type FastState, giveUp } from './fast-state.ts';
import { copyLine } from './fast-text.ts';

/**
 * Copies the lines of a literal or folded scalar, and steps to what follows them.
 *
 * @param parent column of what it stands in
 */
export function copyBlockScalar(state: FastState, parent: number): void {
  const folded = state.peek() === code.greater;
  state.at += 1;
  const chomping = takeChomping(state);
  state.toLineFeed();
  state.at += 1;
  state.write(code.doubleQuote);
  let breaks = skipBlankLines(state, 0);
  const indent = indentOfFirst(state, parent);
  let wasBlank = true;
  while (state.at < state.end && state.at - state.lineStart === indent) {
    const startsBlank = isBlank(state.peek());
    if (!folded || wasBlank || startsBlank) writeBreaks(state, breaks);
    else if (breaks === 1) state.write(code.space);
    else writeBreaks(state, breaks - 1);
    copyLine(state);
    state.at += 1;
    wasBlank = startsBlank;
    breaks = 1 + skipBlankLines(state, indent);
  }
  if (chomping !== code.minus) writeBreaks(state, chomping === code.plus ? breaks : 1);
  state.write(code.doubleQuote);
  state.toContent(state.lineStart);
}

function takeChomping(state: FastState): number {
  const c = state.peek();
  if (c === code.plus || c === code.minus) state.at += 1;
  return c;
}

/** Gives up where there is no text, and at a line of blanks in front of it, which might say how it is indented. */
function indentOfFirst(state: FastState, parent: number): number {
  const c = state.skipSpaces();
  const indent = state.at - state.lineStart;
  const isText = state.at < state.end && c !== code.lineFeed && c !== code.tab;
  return isText && indent > Math.max(parent, 0) ? indent : giveUp();
}

/** Steps over blank lines and the indentation of the line behind them, and says how many lines that were. */
function skipBlankLines(state: FastState, indent: number): number {
  const { end } = state;
  let lines = 0;
  for (state.lineStart = state.at; state.at < end; state.lineStart = state.at) {
    while (state.peek() === code.space && state.at - state.lineStart < indent) state.at += 1;
    if (state.peek() !== code.lineFeed) return lines;
    state.at += 1;
    lines += 1;
  }
  return lines;
}

function writeBreaks(state: FastState, count: number): void {
  for (let left = count; left > 0; left -= 1) {
    state.write(code.backslash);
    state.write(0x6e); // n
  }
}
