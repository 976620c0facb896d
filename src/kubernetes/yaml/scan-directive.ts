import { code, isBlank, isBlankOrEnd, isBreak } from './characters.ts';
import { closeBlocks, dropKey } from './possible-key.ts';
import { skipBlanks, takeHandle, takeUri, takeWord } from './scan-name.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './token-queue.ts';

/** `%YAML 1.1` or `%TAG !name! prefix`, at the start of a line. */
export function scanDirective(scan: ScanState): void {
  closeBlocks(scan, -1);
  dropKey(scan);
  scan.keyAllowed = false;
  const start = scan.position;
  scan.position += 1;
  const name = takeWord(scan);
  if (name !== 'YAML' && name !== 'TAG') {
    scan.fail('a line that starts with % is a directive, and only %YAML and %TAG are known', start, true);
  }
  if (!isBlankOrEnd(scan.peek())) scan.fail(`a space is expected behind %${name}`, start, true);
  skipBlanks(scan);
  const value = name === 'YAML' ? [takeVersion(scan, start)] : takeTagDirective(scan, start);
  scan.directives.push(value);
  scan.tokens.pushValue(token.directive, start, scan.position, 0, scan.directives.length - 1);
  skipBlanks(scan);
  if (scan.peek() === code.hash) scan.skipToLineEnd();
  if (scan.position < scan.end && !isBreak(scan.peek())) {
    scan.fail(`nothing but a comment may follow %${name}`, scan.position, true);
  }
  if (scan.position < scan.end) scan.takeBreak();
}

function takeVersion(scan: ScanState, start: number): string {
  const major = takeNumber(scan, start);
  if (scan.peek() !== code.dot) scan.fail('a version is expected behind %YAML, such as 1.1', start, true);
  scan.position += 1;
  return `${Number(major)}.${Number(takeNumber(scan, start))}`;
}

function takeNumber(scan: ScanState, start: number): string {
  const from = scan.position;
  while (scan.peek() >= code.zero && scan.peek() <= code.nine) scan.position += 1;
  const digits = scan.text.slice(from, scan.position);
  if (digits === '' || digits.length > 2) {
    scan.fail('a version is expected behind %YAML, such as 1.1', start, true);
  }
  return digits;
}

function takeTagDirective(scan: ScanState, start: number): string[] {
  const handle = scan.peek() === code.exclamation ? takeHandle(scan) : '';
  if (!(handle === '!' || (handle.length > 1 && handle.endsWith('!'))) || !isBlank(scan.peek())) {
    scan.fail('%TAG needs a handle such as !name!', start, true);
  }
  skipBlanks(scan);
  const prefix = takeUri(scan, false);
  if (!isBlankOrEnd(scan.peek())) scan.fail('a space is expected behind the prefix of %TAG', start, true);
  return [handle, prefix];
}
