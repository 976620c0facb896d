import { mostChangeLines } from '../model/compare-changes.ts';
import type { TextDifference } from './text-difference.ts';

/** UTF-16 units of a line that are kept. */
const longestLine = 2_000;

interface OpenDifference {
  readonly lines: string[];
  added: number;
  removed: number;
  leftOut: number;
}

/**
 * Reads a unified diff of many files as it comes. Files are told apart by the number that the name of each ends with. The
 * text behind a hunk's second `@@` depends on the user's settings and is left away.
 */
export class UnifiedDiffReader {
  readonly #differences = new Map<number, OpenDifference>();
  readonly #decoder = new TextDecoder();
  #rest = '';
  #open: OpenDifference | undefined;

  take(bytes: Uint8Array): void {
    const text = this.#decoder.decode(bytes, { stream: true });
    this.#rest += text;
    if (!text.includes('\n')) return;
    const lines = this.#rest.split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#takeLine(line);
  }

  /** The difference of the file with a number; empty where the two are equal. */
  difference(number: number): TextDifference {
    return this.#differences.get(number) ?? { lines: [], added: 0, removed: 0, leftOut: 0 };
  }

  #takeLine(line: string): void {
    const number = /^diff --git .*?(\d+)$/.exec(line)?.[1];
    if (number !== undefined) {
      this.#open = { lines: [], added: 0, removed: 0, leftOut: 0 };
      this.#differences.set(Number(number), this.#open);
      return;
    }
    const open = this.#open;
    // Headers end with the first hunk.
    if (!open || (open.lines.length === 0 && !line.startsWith('@@'))) return;
    if (line.startsWith('+')) open.added += 1;
    else if (line.startsWith('-')) open.removed += 1;
    if (open.lines.length < mostChangeLines) open.lines.push(shownLine(line));
    else open.leftOut += 1;
  }
}

function shownLine(line: string): string {
  const shown = line.startsWith('@@') ? line.replace(/^(@@ .*? @@).*$/s, '$1') : line;
  if (shown.length <= longestLine) return shown;
  // Half of a pair of surrogates is no character.
  const cut = shown.slice(0, longestLine - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut}\u2026`;
}
