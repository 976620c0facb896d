import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReportedFinding } from './run-check.ts';

/** A config, or a workspace, with mistakes in it, and the findings that a person wrote down for it. */
export interface InvalidCase {
  /** `butane/decimal-mode.bu`, `snippet-of-flatcar` */
  readonly name: string;
  /** One line each, in the form that {@link describeFinding} gives. */
  readonly expected: readonly string[];
}

const commentMark = '# expect ';

/**
 * Reads a case of one file. What is expected stands in comments at its top, or in `NAME.expected.txt` where a
 * comment cannot be: in JSON, or where the very first line is what matters.
 */
export function readFileCase(folder: string, name: string): InvalidCase {
  const beside = path.join(folder, `${name}${expectedSuffix}`);
  if (existsSync(beside)) return { name, expected: readExpected(beside) };
  const lines = linesOf(readFileSync(path.join(folder, name), 'utf8'));
  const expected = lines.filter((line) => line.startsWith(commentMark));
  return { name, expected: expected.map((line) => line.slice(commentMark.length)) };
}

/** Ending of the file with what is expected of the file of the same name. */
export const expectedSuffix = '.expected.txt';

/** Reads a case of several files, `expected.txt` among them. */
export function readWorkspaceCase(folder: string, name: string): InvalidCase {
  return { name, expected: readExpected(path.join(folder, name, 'expected.txt')) };
}

function readExpected(file: string): string[] {
  return linesOf(readFileSync(file, 'utf8')).filter((line) => line !== '' && !line.startsWith('#'));
}

/** Most characters that are quoted where a finding has a start and no end. */
const longestQuote = 24;

/**
 * A finding as cases write it: `LINE:COLUMN-END SEVERITY CHECK "TEXT": MESSAGE`. TEXT is what stands at the place,
 * so that nobody writes down a place that is off by one. Without an end it is the rest of the line, 24 characters
 * of it at most. `0:0` without a text is the file as a whole.
 *
 * @param text of the file that the finding stands in
 */
export function describeFinding(finding: ReportedFinding, text: string): string {
  const { severity, check, message, origin } = finding;
  const { line, column, endLine = line, endColumn } = origin;
  const what = `${severity} ${check}`;
  if (line === 0) return `0:${column} ${what}: ${message}`;
  const characters = [...(linesOf(text)[line - 1] ?? '')];
  const isWithinLine = endColumn !== undefined && endLine === line;
  const stop = isWithinLine ? endColumn - 1 : column - 1 + longestQuote;
  const end = endColumn === undefined ? '' : `-${endLine === line ? '' : `${endLine}:`}${endColumn}`;
  const quote = JSON.stringify(characters.slice(column - 1, stop).join(''));
  return `${line}:${column}${end} ${what} ${quote}: ${message}`;
}

/** Not the program's own reading of lines: that one is what is tested. */
function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}
