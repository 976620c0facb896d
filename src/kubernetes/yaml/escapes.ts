import { hexDigit } from './characters.ts';
import type { ScanState } from './scan-state.ts';

/** By the character behind the backslash: https://yaml.org/spec/1.1/#id872840; `\/` came with YAML 1.2 only. */
const single: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const hexLengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Reads an escape of a double-quoted scalar, the backslash included. */
export function takeEscape(scan: ScanState): string {
  const at = scan.position;
  const name = scan.text[at + 1] ?? '';
  const simple = single.get(name);
  scan.position += 2;
  if (simple !== undefined) return simple;
  const length = hexLengths.get(name);
  if (length === undefined) {
    scan.fail(`"\\${name}" is no escape that Kubernetes' YAML reader knows`, at, true);
  }
  let point = 0;
  for (let index = 0; index < length; index += 1) {
    const digit = hexDigit(scan.peek());
    if (digit < 0) scan.fail(`"\\${name}" needs ${length} hexadecimal digits`, at, true);
    point = point * 16 + digit;
    scan.position += 1;
  }
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
    scan.fail('this escape is no character: YAML takes one with \\U and eight digits', at, true);
  }
  return String.fromCodePoint(point);
}
