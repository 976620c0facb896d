import { createHash } from 'node:crypto';
import type { Problem } from './finding.ts';

// A line longer than this is a whole document (minified JSON): any edit would change every fingerprint in it.
const longestLine = 500;

/**
 * Names a problem by what it is about and not by where it stands, so that a finding is the same one after lines were
 * added above it: 32 hex digits of SHA-256 over check, file and the text it is about.
 *
 * @param line the source line at the problem's origin; undefined where there is none
 */
export function firstFingerprint(problem: Problem, line: string | undefined): string {
  return digest([problem.check, problem.origin.file, normalisedText(problem.message, line)]);
}

/** Tells problems apart that have the same name, by their order: ask in the total order. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** The next problem's fingerprint. What comes later is made of the first one alone, so that parts of a run can be joined. */
  next(first: string): string {
    const ordinal = this.#seen.get(first) ?? 0;
    this.#seen.set(first, ordinal + 1);
    return ordinal === 0 ? first : digest([first, ordinal]);
  }
}

function digest(about: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 32);
}

/** The line with its white space folded; the message where the line says nothing. */
function normalisedText(message: string, line: string | undefined): string {
  if (line === undefined || line.length > longestLine) return message;
  return line.replace(/\s+/g, ' ').trim() || message;
}
