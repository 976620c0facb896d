import { code, isBlank, isBlankOrEnd, isBreak } from './characters.ts';
import { closeBlocks, dropKey, isKeyStillPossible, noteKey, openBlock } from './possible-key.ts';
import { scanBlockScalar } from './scan-block.ts';
import { scanDirective } from './scan-directive.ts';
import { scanAnchor, scanTag } from './scan-name.ts';
import { scanPlain } from './scan-plain.ts';
import { scanQuoted } from './scan-quoted.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './token-queue.ts';

/**
 * Scans until the first token of the queue is certain: a scalar may turn out to be a key, which puts tokens in
 * front of it.
 */
export function fillQueue(scan: ScanState): void {
  const { tokens } = scan;
  while (tokens.head === tokens.tail || isHeadMaybeKey(scan)) scanToken(scan);
}

function isHeadMaybeKey(scan: ScanState): boolean {
  const { tokens } = scan;
  const level = (tokens.keyLevels[tokens.head] ?? 0) - 1;
  if (level < 0 || level > scan.flowLevel) return false;
  return scan.keyAt(level).token === tokens.taken && isKeyStillPossible(scan, level);
}

function scanToken(scan: ScanState): void {
  skipToToken(scan);
  closeBlocks(scan, scan.column);
  const c = scan.peek();
  // Most tokens are words.
  if (c > code.bracketClose && c < code.braceOpen && c !== code.backtick) scanPlain(scan);
  else if (scan.position >= scan.end) scanEnd(scan);
  else if (!scanLineIndicator(scan, c) && !scanIndicator(scan, c)) scanText(scan, c);
}

/** Scans what has a meaning only at the start of a line. */
function scanLineIndicator(scan: ScanState, c: number): boolean {
  if (scan.position !== scan.lineStart) return false;
  if (c === code.percent) scanDirective(scan);
  else if (scan.atDocumentMarker()) scanDocumentMarker(scan, c);
  else return false;
  return true;
}

function scanText(scan: ScanState, c: number): void {
  if (!canStartPlain(scan, c)) scan.fail(cannotStart(scan, c), scan.position, true);
  scanPlain(scan);
}

function cannotStart(scan: ScanState, c: number): string {
  if (c === code.tab) return 'a tab cannot indent: write spaces';
  return `a value cannot start with ${scan.text[scan.position]}: put it in quotes`;
}

/** Steps over blanks, comments and line ends. A tab cannot stand where a key may start. */
function skipToToken(scan: ScanState): void {
  const { text } = scan;
  while (scan.position < scan.end) {
    let at = scan.position;
    let c = text.charCodeAt(at);
    while (c === code.space || (c === code.tab && (scan.flowLevel > 0 || !scan.keyAllowed))) {
      at += 1;
      c = text.charCodeAt(at);
    }
    scan.position = at;
    if (c === code.hash) {
      scan.skipToLineEnd();
      c = text.charCodeAt(scan.position);
    }
    if (!isBreak(c)) return;
    scan.takeBreak();
    if (scan.flowLevel === 0) scan.keyAllowed = true;
  }
}

function scanEnd(scan: ScanState): void {
  closeBlocks(scan, -1);
  dropKey(scan);
  scan.keyAllowed = false;
  scan.tokens.push(token.streamEnd, scan.position, scan.position);
}

function scanDocumentMarker(scan: ScanState, c: number): void {
  closeBlocks(scan, -1);
  dropKey(scan);
  scan.keyAllowed = false;
  pushIndicator(scan, c === code.minus ? token.documentStart : token.documentEnd, 3);
}

/** Scans what starts with a character that has a meaning; false when it is text. */
function scanIndicator(scan: ScanState, c: number): boolean {
  switch (c) {
    case code.minus:
      return isBlankOrEnd(scan.peek(1)) && scanBlockEntry(scan);
    case code.question:
      return (scan.flowLevel > 0 || isBlankOrEnd(scan.peek(1))) && scanExplicitKey(scan);
    case code.colon:
      return (scan.flowLevel > 0 || isBlankOrEnd(scan.peek(1))) && scanValue(scan);
    case code.bracketOpen:
      return openFlow(scan, token.flowSequenceStart);
    case code.braceOpen:
      return openFlow(scan, token.flowMappingStart);
    case code.bracketClose:
      return closeFlow(scan, token.flowSequenceEnd);
    case code.braceClose:
      return closeFlow(scan, token.flowMappingEnd);
    case code.comma:
      return scanFlowEntry(scan);
    default:
      return scanNodeIndicator(scan, c);
  }
}

function scanNodeIndicator(scan: ScanState, c: number): boolean {
  switch (c) {
    case code.doubleQuote:
    case code.singleQuote:
      scanQuoted(scan, c);
      return true;
    case code.asterisk:
      scanAnchor(scan, token.alias);
      return true;
    case code.ampersand:
      scanAnchor(scan, token.anchor);
      return true;
    case code.exclamation:
      scanTag(scan);
      return true;
    case code.bar:
    case code.greater:
      if (scan.flowLevel > 0) return false;
      scanBlockScalar(scan, c === code.greater);
      return true;
    default:
      return false;
  }
}

/** What is left of the indicators may start a text only if it means nothing there. */
function canStartPlain(scan: ScanState, c: number): boolean {
  switch (c) {
    case code.minus:
      return !isBlank(scan.peek(1));
    case code.question:
    case code.colon:
      return scan.flowLevel === 0;
    case code.bar:
    case code.greater:
    case code.percent:
    case code.at:
    case code.backtick:
    case code.tab:
      return false;
    default:
      return true;
  }
}

function scanBlockEntry(scan: ScanState): boolean {
  if (scan.flowLevel === 0) {
    if (!scan.keyAllowed)
      scan.fail('a list cannot start here: put it on a line of its own', scan.position, true);
    openBlock(scan, scan.column, nextNumber(scan), token.blockSequenceStart, scan.position);
  }
  dropKey(scan);
  scan.keyAllowed = true;
  return pushIndicator(scan, token.blockEntry, 1);
}

function scanExplicitKey(scan: ScanState): boolean {
  if (scan.flowLevel === 0) {
    if (!scan.keyAllowed) scan.fail('a key cannot start here', scan.position, true);
    openBlock(scan, scan.column, nextNumber(scan), token.blockMappingStart, scan.position);
  }
  dropKey(scan);
  scan.keyAllowed = scan.flowLevel === 0;
  return pushIndicator(scan, token.key, 1);
}

function scanValue(scan: ScanState): boolean {
  const key = scan.keyAt(scan.flowLevel);
  if (isKeyStillPossible(scan, scan.flowLevel)) {
    scan.tokens.insert(key.token, token.key, key.at);
    openBlock(scan, key.column, key.token, token.blockMappingStart, key.at);
    key.possible = false;
    scan.keyAllowed = false;
  } else {
    if (scan.flowLevel === 0) {
      if (!scan.keyAllowed) {
        scan.fail('a colon with a space behind it makes a key, and none can stand here', scan.position, true);
      }
      openBlock(scan, scan.column, nextNumber(scan), token.blockMappingStart, scan.position);
    }
    scan.keyAllowed = scan.flowLevel === 0;
  }
  return pushIndicator(scan, token.value, 1);
}

function openFlow(scan: ScanState, kind: number): boolean {
  noteKey(scan);
  scan.flowLevel += 1;
  const inner = scan.keyAt(scan.flowLevel);
  inner.possible = false;
  inner.token = nextNumber(scan);
  scan.keyAllowed = true;
  return pushIndicator(scan, kind, 1);
}

function closeFlow(scan: ScanState, kind: number): boolean {
  dropKey(scan);
  if (scan.flowLevel > 0) {
    // go-yaml forgets here that brackets without a possible key inside may themselves be a key, and ends the document
    // behind them: https://github.com/yaml/go-yaml/blob/v2.4.2/scannerc.go#L1001
    scan.tokens.forgetKey(scan.keyAt(scan.flowLevel).token);
    scan.flowLevel -= 1;
  }
  scan.keyAllowed = false;
  return pushIndicator(scan, kind, 1);
}

function scanFlowEntry(scan: ScanState): boolean {
  dropKey(scan);
  scan.keyAllowed = true;
  return pushIndicator(scan, token.flowEntry, 1);
}

function nextNumber(scan: ScanState): number {
  return scan.tokens.taken + scan.tokens.tail - scan.tokens.head;
}

function pushIndicator(scan: ScanState, kind: number, length: number): boolean {
  scan.tokens.push(kind, scan.position, scan.position + length);
  scan.position += length;
  return true;
}
