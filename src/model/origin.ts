/**
 * A place in a file that a person edits.
 *
 * `file` is relative to the workspace, with `/` on every system. Lines and columns count from 1; a column
 * counts Unicode code points, as the translators' own YAML reader does. Line 0 means: the file as a whole.
 */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Last line of the range, inclusive. */
  readonly endLine?: number;
  /** Column just behind the last character of the range. */
  readonly endColumn?: number;
}

/** The whole of a file, when upstream names no line. */
export function wholeFile(file: string): Origin {
  return { file, line: 0, column: 0 };
}

/** Orders by file (code units), then line, column and end: part of the one total order of findings. */
export function compareOrigins(a: Origin, b: Origin): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.endLine ?? 0) - (b.endLine ?? 0) ||
    (a.endColumn ?? 0) - (b.endColumn ?? 0)
  );
}

/** Compares by code units: `localeCompare` would order by the machine's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `file:line:column`, or `file` where no line is known: the form editors and terminals open on a click. */
export function formatOrigin(origin: Origin): string {
  return origin.line === 0 ? origin.file : `${origin.file}:${origin.line}:${origin.column}`;
}
