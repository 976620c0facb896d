import { createHash } from 'node:crypto';
import type { Problem } from './finding.ts';

// A line longer than this is a whole document (minified JSON): any edit would change every fingerprint in it.
const longestLine = 500;

/**
 * Names problems by what they are about and not by where they stand, so that a finding is the same one after
 * lines were added above it.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /**
   * The next problem's fingerprint: 32 hex digits of SHA-256 over check, file and the text it is about.
   * Problems of one check with the same text in the same file are told apart by their order, so ask in the
   * total order.
   *
   * @param line the source line at the problem's origin; undefined where there is none
   */
  next(problem: Problem, line: string | undefined): string {
    const about = [problem.check, problem.origin.file, normalisedText(problem.message, line)];
    const key = JSON.stringify(about);
    const ordinal = this.#seen.get(key) ?? 0;
    this.#seen.set(key, ordinal + 1);
    return createHash('sha256')
      .update(ordinal === 0 ? key : JSON.stringify([...about, ordinal]))
      .digest('hex')
      .slice(0, 32);
  }
}

/** The line with its white space folded; the message where the line says nothing. */
function normalisedText(message: string, line: string | undefined): string {
  if (line === undefined || line.length > longestLine) return message;
  return line.replace(/\s+/g, ' ').trim() || message;
}
