import { code } from './characters.ts';
import { closeMapping, deepen, openMapping, takeKey } from './fast-keys.ts';
import { copyScalar, resolveValue } from './fast-scalar.ts';
import { type FastState, giveUp } from './fast-state.ts';

/** Copies a list or mapping in brackets that stands on one line, and steps behind it. */
export function copyFlow(state: FastState): void {
  if (state.peek() === code.braceOpen) copyFlowMapping(state);
  else copyFlowSequence(state);
}

function copyFlowSequence(state: FastState): void {
  deepen(state);
  takeIndicator(state, code.bracketOpen);
  if (state.skipSpaces() !== code.bracketClose) {
    copyFlowNode(state);
    while (state.skipSpaces() === code.comma) {
      takeIndicator(state, code.comma);
      copyFlowNode(state);
    }
  }
  takeIndicator(state, code.bracketClose);
  state.depth -= 1;
}

function copyFlowMapping(state: FastState): void {
  const mapping = openMapping(state);
  takeIndicator(state, code.braceOpen);
  if (state.skipSpaces() !== code.braceClose) {
    copyFlowPair(state, mapping);
    while (state.skipSpaces() === code.comma) {
      takeIndicator(state, code.comma);
      copyFlowPair(state, mapping);
    }
  }
  takeIndicator(state, code.braceClose);
  closeMapping(state, mapping);
}

function copyFlowPair(state: FastState, mapping: number): void {
  state.skipSpaces();
  const start = state.at;
  const written = state.length;
  copyScalar(state, true);
  takeKey(state, mapping, start, written);
  takeIndicator(state, code.colon);
  copyFlowNode(state);
}

function copyFlowNode(state: FastState): void {
  const c = state.skipSpaces();
  if (c === code.bracketOpen || c === code.braceOpen) {
    copyFlow(state);
    return;
  }
  const start = state.at;
  const written = state.length;
  copyScalar(state, true);
  resolveValue(state, start, written);
}

/** An indicator that means the same in JSON. */
function takeIndicator(state: FastState, indicator: number): void {
  if (state.peek() !== indicator) giveUp();
  state.write(indicator);
  state.at += 1;
}
