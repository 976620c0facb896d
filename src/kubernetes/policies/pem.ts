import { decodeBase64 } from '../meta/base64.ts';

/** A block of a PEM file. */
export interface PemBlock {
  readonly type: string;
  readonly bytes: Buffer;
}

const beginMark = '\n-----BEGIN ';
const endMark = '\n-----END ';
const dashes = '-----';
/** No request has as many broken blocks before it, and each costs a look at the rest. */
const mostTries = 100;

/**
 * The first block of a PEM file as Go finds it, with its headers left out; undefined when there is none.
 * https://github.com/golang/go/blob/go1.24.11/src/encoding/pem/pem.go
 */
export function firstPemBlock(text: string): PemBlock | undefined {
  // A mark may stand at the very start, where no line break is before it.
  const lines = `\n${text}`;
  let at = lines.indexOf(beginMark);
  for (let tries = 0; at >= 0 && tries < mostTries; tries += 1) {
    const body = startOfBody(lines, at);
    const end = lines.indexOf(endMark, body - 1);
    const block = end < 0 ? undefined : readBlock(lines, at, body, end);
    if (block) return block;
    at = lines.indexOf(beginMark, at + 1);
  }
  return undefined;
}

/** Where the base64 begins: behind the first line, and behind headers such as `Proc-Type: 4,ENCRYPTED`. */
function startOfBody(lines: string, begin: number): number {
  let at = nextLine(lines, begin + 1);
  for (let next = nextLine(lines, at); at < lines.length; next = nextLine(lines, at)) {
    if (!lines.slice(at, next).includes(':')) break;
    at = next;
  }
  return at;
}

function nextLine(lines: string, at: number): number {
  const lineBreak = lines.indexOf('\n', at);
  return lineBreak < 0 ? lines.length : lineBreak + 1;
}

function readBlock(lines: string, begin: number, body: number, end: number): PemBlock | undefined {
  const first = lineAt(lines, begin + 1);
  if (!first.endsWith(dashes)) return undefined;
  const type = first.slice(beginMark.length - 1, -dashes.length);
  if (lineAt(lines, end + 1) !== `${endMark.slice(1)}${type}${dashes}`) return undefined;
  const bytes = decodeBase64(lines.slice(body, Math.max(body, end)).replace(/[\t ]/g, ''));
  return bytes && { type, bytes };
}

/** The line at `at`, without the white space at its end. */
function lineAt(lines: string, at: number): string {
  return lines.slice(at, nextLine(lines, at)).replace(/[ \t\r\n]+$/, '');
}
