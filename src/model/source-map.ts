/**
 * The way back from a rendered text to the templates it was made of: a table of runs that together are as long as
 * the text.
 *
 * `runs` holds seven numbers a run: its length in UTF-16 units, the index of its file in `files`, line and column
 * where it starts there, line and column just behind its end, and flags. A literal run has end line 0: its text
 * stands in the file as it is, and a place in it moves along. Any other run is the value of the expression in the
 * range. File index -1: nobody knows.
 */
export interface SourceMap {
  /** Relative to the workspace, or `<repository>@<commit>/path` for what was fetched. */
  readonly files: readonly string[];
  readonly runs: readonly number[];
}

/** Numbers a run has in {@link SourceMap.runs}. */
export const runWidth = 7;

/** True when the run that begins at an index of `runs` stands in its file as it is. */
export function isLiteralRun(runs: readonly number[], at: number): boolean {
  return (runs[at + 1] ?? -1) >= 0 && runs[at + 4] === 0;
}

export const runFlags = { secret: 1, placeholder: 2 } as const;
