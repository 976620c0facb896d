import { code, isBlank, isBlankOrEnd, isBreak } from './characters.ts';
import { takeEscape } from './escapes.ts';
import { style } from './event-list.ts';
import { takeFold } from './fold.ts';
import { noteKey, pushKey } from './possible-key.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './token-queue.ts';

/** A scalar in quotes. */
export function scanQuoted(scan: ScanState, quote: number): void {
  const start = scan.position;
  const scalarStyle = quote === code.singleQuote ? style.singleQuoted : style.doubleQuoted;
  const simpleEnd = endOfSimple(scan.text, start + 1, quote);
  if (scan.text.charCodeAt(simpleEnd) === code.colon && isValueAhead(scan, simpleEnd)) {
    if (pushKey(scan, start, simpleEnd, scalarStyle)) return;
  }
  noteKey(scan);
  scan.keyAllowed = false;
  if (simpleEnd > 0) {
    scan.position = simpleEnd;
    scan.tokens.pushValue(token.scalar, start, scan.position, scalarStyle, -1);
    return;
  }
  scan.position += 1;
  skipOrdinary(scan, quote);
  const value = readRest(scan, quote, start);
  scan.tokens.pushValue(token.scalar, start, scan.position, scalarStyle, scan.keep(value));
}

/** Behind the closing quote of a scalar that says what is written; -1 for any other. */
function endOfSimple(text: string, start: number, quote: number): number {
  let at = start;
  for (let c = text.charCodeAt(at); c !== quote; c = text.charCodeAt(at)) {
    if (c === code.backslash ? quote === code.doubleQuote : isBreak(c)) return -1;
    at += 1;
  }
  return quote === code.singleQuote && text.charCodeAt(at + 1) === quote ? -1 : at + 1;
}

function isValueAhead(scan: ScanState, at: number): boolean {
  return scan.flowLevel > 0 || isBlankOrEnd(scan.text.charCodeAt(at + 1));
}

/** Steps to the next character that is not simply part of the value. */
function skipOrdinary(scan: ScanState, quote: number): void {
  const { text } = scan;
  let at = scan.position;
  for (let c = text.charCodeAt(at); ; c = text.charCodeAt(at)) {
    if (c === quote || isBreak(c) || (c === code.backslash && quote === code.doubleQuote)) break;
    at += 1;
  }
  scan.position = at;
}

function isDoubled(scan: ScanState, quote: number): boolean {
  return quote === code.singleQuote && scan.peek(1) === quote;
}

/** Reads on where the value is not what is written: from an escape or the end of a line. */
function readRest(scan: ScanState, quote: number, start: number): string {
  let value = '';
  let from = start + 1;
  for (let c = scan.peek(); c !== quote || isDoubled(scan, quote); c = scan.peek()) {
    const raw = scan.text.slice(from, scan.position);
    if (c === quote) {
      value += `${raw}'`;
      scan.position += 2;
    } else if (c === code.backslash) {
      value += raw + (isBreak(scan.peek(1)) ? takeEscapedBreak(scan) : takeEscape(scan));
    } else {
      value += withoutBlanksAtEnd(raw) + (takeFold(scan, 0) ?? '');
    }
    if (scan.position >= scan.end || scan.atDocumentMarker()) {
      scan.fail('the quote that opens here is not closed', start, true);
    }
    from = scan.position;
    skipOrdinary(scan, quote);
  }
  value += scan.text.slice(from, scan.position);
  scan.position += 1;
  return value;
}

/** A backslash at the end of a line joins it to the next, without what indents that. */
function takeEscapedBreak(scan: ScanState): string {
  scan.position += 1;
  scan.takeBreak();
  let breaks = '';
  for (let c = scan.peek(); c !== 0 && (isBlank(c) || isBreak(c)); c = scan.peek()) {
    if (isBlank(c)) scan.position += 1;
    else breaks += scan.takeBreak();
  }
  return breaks;
}

function withoutBlanksAtEnd(raw: string): string {
  let end = raw.length;
  while (end > 0 && isBlank(raw.charCodeAt(end - 1))) end -= 1;
  return raw.slice(0, end);
}
