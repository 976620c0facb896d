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
  for (let c = scan.peek(); ; c = scan.peek()) {
    if (c === code.space) scan.position += 1;
    else if (c === code.tab) {
      if (scan.column < indent) scan.fail('a tab cannot indent: write spaces', scan.position, true);
      scan.position += 1;
    } else if (c !== 0 && isBreak(c)) more += scan.takeBreak();
    else break;
  }
  if (first !== '\n') return first + more;
  return more === '' ? ' ' : more;
}
