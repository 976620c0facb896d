import { code, hexDigit, isBlank, isBlankOrEnd, isWordCharacter } from './characters.ts';
import { noteKey } from './possible-key.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './token-queue.ts';

/** An anchor, `&name`, or an alias, `*name`. */
export function scanAnchor(scan: ScanState, kind: number): void {
  noteKey(scan);
  scan.keyAllowed = false;
  const start = scan.position;
  scan.position += 1;
  takeWord(scan);
  const length = scan.position - start - 1;
  if (length === 0 || !mayFollowAnchor(scan.peek())) {
    scan.fail('the name of an anchor is made of letters, digits, - and _', start, true);
  }
  scan.tokens.push(kind, start, scan.position);
}

function mayFollowAnchor(c: number): boolean {
  return isBlankOrEnd(c) || '?:,]}%@`'.includes(String.fromCharCode(c));
}

/** A tag: `!!str`, `!name`, `!<tag:yaml.org,2002:str>`. */
export function scanTag(scan: ScanState): void {
  noteKey(scan);
  scan.keyAllowed = false;
  const start = scan.position;
  const written = scan.peek(1) === code.less ? takeVerbatim(scan) : takeShort(scan);
  if (!isBlankOrEnd(scan.peek())) scan.fail('a space is expected behind a tag', start, true);
  scan.tags.push(written);
  scan.tokens.pushValue(token.tag, start, scan.position, 0, scan.tags.length - 1);
}

function takeVerbatim(scan: ScanState): { handle: string; suffix: string } {
  const start = scan.position;
  scan.position += 2;
  const suffix = takeUri(scan, false);
  if (scan.peek() !== code.greater) scan.fail('the tag that opens with !< is not closed', start, true);
  scan.position += 1;
  return { handle: '', suffix };
}

function takeShort(scan: ScanState): { handle: string; suffix: string } {
  const handle = takeHandle(scan);
  if (handle.length > 1 && handle.endsWith('!')) return { handle, suffix: takeUri(scan, false) };
  const suffix = handle.slice(1) + takeUri(scan, true);
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

/** `!`, `!!` or `!name!`; `!name` where no second `!` follows. */
export function takeHandle(scan: ScanState): string {
  const start = scan.position;
  scan.position += 1;
  takeWord(scan);
  if (scan.peek() === code.exclamation) scan.position += 1;
  return scan.text.slice(start, scan.position);
}

/** @param mayBeEmpty a tag that is `!` alone or a name is complete without */
export function takeUri(scan: ScanState, mayBeEmpty: boolean): string {
  const start = scan.position;
  let uri = '';
  for (let c = scan.peek(); ; c = scan.peek()) {
    if (c === code.percent) {
      uri += takePercentEncoded(scan);
    } else if (isWordCharacter(c) || (c !== 0 && ";/?:@&=+$,.!~*'()[]".includes(String.fromCharCode(c)))) {
      uri += String.fromCharCode(c);
      scan.position += 1;
    } else {
      break;
    }
  }
  if (uri === '' && !mayBeEmpty) scan.fail('a tag is expected here', start, true);
  return uri;
}

/** One character, as the bytes of its UTF-8. */
function takePercentEncoded(scan: ScanState): string {
  const start = scan.position;
  const bytes: number[] = [];
  let expected = 1;
  while (bytes.length < expected) {
    const high = hexDigit(scan.peek(1));
    const low = hexDigit(scan.peek(2));
    if (scan.peek() !== code.percent || high < 0 || low < 0) {
      scan.fail('two hexadecimal digits are expected behind % in a tag', start, true);
    }
    bytes.push(high * 16 + low);
    scan.position += 3;
    if (bytes.length === 1) expected = utf8Length(bytes[0] ?? 0);
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

function utf8Length(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

export function takeWord(scan: ScanState): string {
  const start = scan.position;
  while (isWordCharacter(scan.peek())) scan.position += 1;
  return scan.text.slice(start, scan.position);
}

export function skipBlanks(scan: ScanState): void {
  while (isBlank(scan.peek())) scan.position += 1;
}
