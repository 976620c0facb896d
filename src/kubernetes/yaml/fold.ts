import { code, isBlank, isBreak } from './characters.ts';
import type { ScanState } from './scan-state.ts';

/**
 * Steps over the end of a line inside a scalar, and over blank lines and the indentation that follow it.
 *
 * @param indent columns that must not hold a tab; 0 where tabs are fine
 * @returns what the line end reads as; undefined, at the place where it was called, when the line goes on
 */
export function takeFold(scan: ScanState, indent: number): string | undefined {
  const { text } = scan;
  let at = scan.position;
  while (isBlank(text.charCodeAt(at))) at += 1;
  if (!isBreak(text.charCodeAt(at))) return undefined;
  scan.position = at;
  const first = scan.takeBreak();
  let more = '';
  while (skipIndentation(scan, indent)) more += scan.takeBreak();
  if (first !== '\n') return first + more;
  return more === '' ? ' ' : more;
}

/** Steps over the blanks at the start of a line; true when there is nothing else in it. */
function skipIndentation(scan: ScanState, indent: number): boolean {
  if (scan.position >= scan.end) return false;
  const { text, lineStart } = scan;
  let at = scan.position;
  let c = text.charCodeAt(at);
  for (; c === code.space || c === code.tab; c = text.charCodeAt(at)) {
    if (c === code.tab && at - lineStart < indent) scan.fail('a tab cannot indent: write spaces', at, true);
    at += 1;
  }
  scan.position = at;
  return isBreak(c);
}
