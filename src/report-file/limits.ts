import { longestSharedName, mostPlainNames } from '../report/json-names.ts';

/**
 * What a report file may have: it may be a stranger's. Far more than a run of 256 entries with 5,000 findings has.
 */
export const limits = {
  /** Bytes, and UTF-16 units of the text. */
  size: 64 * 1024 * 1024,
  /** UTF-16 units of one text. */
  text: 1024 * 1024,
  /** The same of a file that was rendered: some bundles of definitions have megabytes. */
  listing: 8 * 1024 * 1024,
  /** Of lines, columns and counts. */
  number: 2 ** 31,
  findings: 50_000,
  entries: 100_000,
  /** Differences, and files that were rendered. */
  changes: 50_000,
  /** Lists of so many names have no numbers in them; UTF-16 units of a name that a number stands for. */
  plainNames: mostPlainNames,
  sharedName: longestSharedName,
  /** In an excerpt. */
  excerptLines: 20,
  /** The last lines of all files with suppressions, added up: a text is made of them. */
  suppressionLines: 5_000_000,
  /** Sentences about one file. */
  problems: 10,
} as const;
