/** So far is looked for the end of one, and so many are looked at. */
const longest = 10_000;
const most = 1_000;

/** A script in which no `$((` means a subshell, and where blanks were put into it. */
export interface SpacedScript {
  readonly text: string;
  /** Offsets in the text that was given, ascending. */
  readonly blanks: readonly number[];
}

/**
 * Puts a blank into each `$((` that does not end with `))`: for bash it is a command substitution that starts with a
 * subshell, which the parser takes for arithmetic (https://github.com/mvdan/sh#caveats).
 */
export function spaceSubshells(text: string): SpacedScript {
  const blanks: number[] = [];
  for (let at = text.indexOf('$(('), seen = 0; at >= 0 && seen < most; at = text.indexOf('$((', at + 3)) {
    seen += 1;
    if (startsSubshell(text, at + 3)) blanks.push(at + 2);
  }
  const starts = [0, ...blanks];
  return { text: starts.map((start, index) => text.slice(start, starts[index + 1])).join(' '), blanks };
}

/** Whether the second parenthesis closes before the first one does. `from`: behind both. */
function startsSubshell(text: string, from: number): boolean {
  let depth = 2;
  for (let at = from; at < text.length && at < from + longest; at += 1) {
    const letter = text[at];
    if (letter === '\\') at += 1;
    else if (letter === "'" || letter === '"') at = closingQuote(text, at);
    else if (letter === '(') depth += 1;
    else if (letter === ')') {
      depth -= 1;
      if (depth === 1) return text[at + 1] !== ')';
    }
  }
  return false;
}

function closingQuote(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length && at < from + longest; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) return at;
  }
  return text.length;
}
