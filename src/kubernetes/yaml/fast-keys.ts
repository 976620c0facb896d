import { type FastState, giveUp } from './fast-state.ts';
import { deepestFastPath } from './limits.ts';
import { isTextForSure, resolvePlain } from './resolve-plain.ts';

/** Less than what is allowed: https://yaml.org/spec/1.1/#id902761 */
const longestKey = 1000;

/** A key is compared with all keys in front of it. */
const mostKeys = 1000;

/** Opens a mapping; what it gives goes to `takeKey` and `closeMapping`. */
export function openMapping(state: FastState): number {
  deepen(state);
  return state.keys;
}

/** Takes note that the scalar that was copied last is a key. Gives up where the mapping seems to have it already. */
export function takeKey(state: FastState, mapping: number, start: number, written: number): void {
  checkKey(state.text, start, state.at);
  const { hashes, keys } = state;
  const hash = hashOf(state.bytes, written, state.length);
  for (let at = mapping; at < keys; at += 1) if (hashes[at] === hash) giveUp();
  if (keys - mapping >= mostKeys) giveUp();
  hashes[keys] = hash;
  state.keys = keys + 1;
}

export function closeMapping(state: FastState, mapping: number): void {
  state.keys = mapping;
  state.depth -= 1;
}

export function deepen(state: FastState): void {
  state.depth += 1;
  if (state.depth > deepestFastPath) giveUp();
}

function checkKey(text: string, start: number, end: number): void {
  if (end - start > longestKey) giveUp();
  // A key in quotes is text for sure, too.
  if (!isTextForSure(text, start, end) && typeof resolvePlain(text, start, end) !== 'string') giveUp();
}

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash;
}
