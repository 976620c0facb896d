import { type CharSet, posixClass } from './char-set.ts';
import { readClass } from './parse-class.ts';
import { readEscape } from './parse-escape.ts';
import { type RegexScanner, RegexSyntaxError } from './scanner.ts';

/** Reads `[...]` from its opening bracket on. */
export function parseBracket(scanner: RegexScanner, fold: boolean): CharSet {
  scanner.take('[');
  const negated = scanner.take('^');
  const ranges: number[] = [];
  const parts: CharSet[] = [];
  // A closing bracket in the first place is a character.
  for (let first = true; first || scanner.peek() !== ']'; first = false) {
    if (scanner.atEnd()) throw new RegexSyntaxError('missing closing ]');
    const part = readPosix(scanner) ?? readClass(scanner);
    if (part) parts.push(part);
    else ranges.push(...readRange(scanner));
  }
  scanner.take(']');
  return { ranges, parts, negated, fold };
}

function readPosix(scanner: RegexScanner): CharSet | undefined {
  const named = scanner.match(/\[:([^:\]]*):\]/y);
  if (!named) return undefined;
  const set = posixClass(named[1] ?? '');
  if (!set) throw new RegexSyntaxError('invalid character class range');
  return set;
}

function readRange(scanner: RegexScanner): [number, number] {
  const low = readChar(scanner);
  // `[a-]` is "a" or a hyphen.
  if (!scanner.match(/-(?!\])/y)) return [low, low];
  const high = readChar(scanner);
  if (high < low) throw new RegexSyntaxError('invalid character class range');
  return [low, high];
}

function readChar(scanner: RegexScanner): number {
  if (scanner.atEnd()) throw new RegexSyntaxError('missing closing ]');
  return scanner.peek() === '\\' ? readEscape(scanner) : scanner.next();
}
