import type { ReadProblem } from './manifest-document.ts';

/** Blanks, comments and lines that start or end documents. */
const nothing = /(?:\s+|#.*|(?:---|\.\.\.)(?=\s))/y;

/**
 * Text behind the end of a document, up to the next line `---`. go-yaml stops at the end of what it was asked for
 * and never looks at it.
 *
 * @returns undefined when there are only comments
 */
export function lostText(text: string, from: number, end: number): ReadProblem | undefined {
  let start = from;
  nothing.lastIndex = start;
  while (start < end && nothing.test(text)) {
    start = nothing.lastIndex;
  }
  if (start >= end) return undefined;
  const line = /[^\r\n]*/y;
  line.lastIndex = start;
  const length = line.exec(text)?.[0].trimEnd().length ?? 0;
  return {
    check: 'schema/lost-text',
    message: 'the document ends before this text, and Kubernetes drops it without a word',
    start,
    end: Math.min(start + length, end),
    fix: 'Start another document with a line "---", or indent the text as what it belongs to.',
  };
}
