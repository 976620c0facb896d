/**
 * Thrown where a text cannot be read on, and caught by the reader of its document: the scanner is many calls deep
 * when it notices. Never leaves this folder.
 */
export class SyntaxStop extends Error {
  /** UTF-16 offset in the whole text. */
  readonly at: number;
  /** True when `at` is where a person has to look, false when it is only where reading ended. */
  readonly exact: boolean;

  constructor(message: string, at: number, exact: boolean) {
    super(message);
    this.at = at;
    this.exact = exact;
  }
}
