import { code } from './characters.ts';
import { copyBlockScalar } from './fast-block-scalar.ts';
import { copyFlow } from './fast-flow.ts';
import { closeMapping, deepen, openMapping, takeKey } from './fast-keys.ts';
import { copyScalar, resolveValue } from './fast-scalar.ts';
import { type FastState, giveUp } from './fast-state.ts';
import { isSpaceOrLineFeed } from './fast-text.ts';

/**
 * Copies the node at the start of a line or behind a dash, and steps to the line behind it, which is indented no more
 * than what the node stands in.
 *
 * @param parent column of what it stands in; -1 for the document
 */
export function copyNode(state: FastState, parent: number): void {
  const column = state.at - state.lineStart;
  if (isDash(state)) {
    copySequence(state, column);
    return;
  }
  if (copyIndicated(state, parent)) return;
  const start = state.at;
  // Room for the brace, should a colon follow.
  const opening = state.length;
  state.write(code.space);
  copyScalar(state, false);
  if (state.peek() === code.colon) {
    state.bytes[opening] = code.braceOpen;
    copyMapping(state, column, start, opening + 1);
  } else {
    resolveValue(state, start, opening);
    endScalar(state, parent);
  }
}

/** Copies a node that starts with a bracket or with `|` or `>`; false for any other. */
function copyIndicated(state: FastState, parent: number): boolean {
  const c = state.peek();
  if (c === code.bar || c === code.greater) {
    copyBlockScalar(state, parent);
    if (state.column > parent) giveUp();
  } else if (c === code.bracketOpen || c === code.braceOpen) {
    copyFlow(state);
    endScalar(state, parent);
  } else {
    return false;
  }
  return true;
}

function endScalar(state: FastState, parent: number): void {
  state.nextLine();
  // Plain text may go on there, and nothing else is right.
  if (state.column > parent) giveUp();
}

/** @param start of the first key in the text, which is copied; `written`: of the same in the JSON */
function copyMapping(state: FastState, column: number, start: number, written: number): void {
  const mapping = openMapping(state);
  takeKey(state, mapping, start, written);
  copyValue(state, column);
  while (state.column === column) {
    state.write(code.comma);
    const keyStart = state.at;
    const keyWritten = state.length;
    copyScalar(state, false);
    takeKey(state, mapping, keyStart, keyWritten);
    copyValue(state, column);
  }
  if (state.column > column) giveUp();
  state.write(code.braceClose);
  closeMapping(state, mapping);
}

/** Copies what follows a key, from the colon on. */
function copyValue(state: FastState, column: number): void {
  if (state.peek() !== code.colon || !isSpaceOrLineFeed(state.peek(1))) giveUp();
  state.write(code.colon);
  state.at += 1;
  const c = state.skipSpaces();
  if (c === code.lineFeed || c === code.hash) {
    state.nextLine();
    // The items of a list need no more indentation than the key.
    if (state.column === column && isDash(state)) copySequence(state, column);
    else copyNested(state, column);
  } else if (!copyIndicated(state, column)) {
    const start = state.at;
    const written = state.length;
    copyScalar(state, false);
    resolveValue(state, start, written);
    endScalar(state, column);
  }
}

function copySequence(state: FastState, column: number): void {
  deepen(state);
  state.write(code.bracketOpen);
  for (;;) {
    state.at += 1;
    const c = state.skipSpaces();
    if (c === code.lineFeed || c === code.hash) {
      state.nextLine();
      copyNested(state, column);
    } else {
      copyNode(state, column);
    }
    if (state.column !== column || !isDash(state)) break;
    state.write(code.comma);
  }
  if (state.column > column) giveUp();
  state.write(code.bracketClose);
  state.depth -= 1;
}

/** Copies what stands on the lines below a key or a dash, or null. */
function copyNested(state: FastState, column: number): void {
  if (state.column > column) copyNode(state, column);
  else state.writeWord('null');
}

function isDash(state: FastState): boolean {
  return state.peek() === code.minus && isSpaceOrLineFeed(state.peek(1));
}
