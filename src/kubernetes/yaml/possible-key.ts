import type { ScanState } from './scan-state.ts';
import { token } from './token-queue.ts';

/** A key has to end within so many characters: https://yaml.org/spec/1.1/#id902761 */
const longestKey = 1024;

const noColon = 'a key is expected here, and a colon with a space behind it';

/** Takes note that the token that starts here may be a key. */
export function noteKey(scan: ScanState): void {
  if (!scan.keyAllowed) return;
  const required = scan.flowLevel === 0 && scan.indent === scan.column;
  dropKey(scan);
  const key = scan.keyAt(scan.flowLevel);
  key.possible = true;
  key.required = required;
  key.token = scan.tokens.taken + scan.tokens.tail - scan.tokens.head;
  key.at = scan.position;
  key.line = scan.line;
  key.column = scan.column;
  scan.tokens.nextKeyLevel = scan.flowLevel + 1;
}

/** What stood here is no key; fails where it had to be one. */
export function dropKey(scan: ScanState): void {
  const key = scan.keyAt(scan.flowLevel);
  if (!key.possible) return;
  if (key.required) scan.fail(noColon, key.at, true);
  key.possible = false;
}

/** True while a colon here makes a key of what was noted at this level. */
export function isKeyStillPossible(scan: ScanState, level: number): boolean {
  const key = scan.keyAt(level);
  if (!key.possible) return false;
  if (key.line === scan.line && key.at + longestKey >= scan.position) return true;
  if (key.required) scan.fail(noColon, key.at, true);
  key.possible = false;
  return false;
}

/** Opens a block collection where something is indented more than what surrounds it. */
export function openBlock(scan: ScanState, column: number, number: number, kind: number, at: number): void {
  if (scan.flowLevel > 0 || scan.indent >= column) return;
  scan.indents.push(scan.indent);
  scan.indent = column;
  scan.tokens.insert(number, kind, at);
}

/** Closes the block collections that are indented more than `column`. */
export function closeBlocks(scan: ScanState, column: number): void {
  if (scan.flowLevel > 0) return;
  while (scan.indent > column) {
    scan.tokens.push(token.blockEnd, scan.position, scan.position);
    scan.indent = scan.indents.pop() ?? -1;
  }
}

/**
 * Pushes a scalar that a colon follows directly as the key that it is, which is what `noteKey` comes to in the end
 * and faster. The colon is taken too.
 *
 * @returns false where it cannot be a key
 */
export function pushKey(scan: ScanState, start: number, end: number, style: number): boolean {
  if (!scan.keyAllowed || end - start > longestKey) return false;
  const { tokens } = scan;
  dropKey(scan);
  const number = tokens.taken + tokens.tail - tokens.head;
  scan.keyAt(scan.flowLevel).token = number;
  openBlock(scan, start - scan.lineStart, number, token.blockMappingStart, start);
  tokens.push(token.key, start, start);
  tokens.pushValue(token.scalar, start, end, style, -1);
  tokens.push(token.value, end, end + 1);
  scan.keyAllowed = false;
  scan.position = end + 1;
  return true;
}
