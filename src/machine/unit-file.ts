import {
  type LogicalLine,
  lineTooLong,
  type PhysicalLine,
  readLogicalLines,
} from './systemd/logical-lines.ts';
import { codePoints, strip } from './systemd/text.ts';

/**
 * systemd unit files: sections with assignments, read as systemd reads them.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html
 */
export interface UnitFile {
  readonly sections: readonly UnitSection[];
  /** Lines that are neither a comment, a section nor an assignment, and what is wrong with each. */
  readonly mistakes: readonly UnitMistake[];
}

interface UnitMistake {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** systemd gives up on the whole file here; it passes over other mistakes. */
  readonly fatal: boolean;
  /** The section it stands in: systemd says nothing of lines in sections that it does not know. */
  readonly section: string | undefined;
}

interface UnitSection {
  /** `Service` */
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly assignments: readonly UnitAssignment[];
}

export interface UnitAssignment {
  readonly key: string;
  /** Without the white space around it, each continuation's backslash replaced by a space, as systemd does. */
  readonly value: string;
  /** Of the key, in the unit file. */
  readonly line: number;
  readonly column: number;
  /** Where the value's parts stand in the file; one part for each line that it covers. */
  readonly parts: readonly ValuePart[];
}

/** The part of a value that stands on one line of the file. */
interface ValuePart {
  /** Of its first character, in UTF-16 code units from the start of the value. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Reads a unit file, a drop-in, a quadlet or a networkd file. Never fails: what cannot be read is a mistake. */
export function parseUnitFile(text: string): UnitFile {
  const builder = new UnitFileBuilder();
  for (const line of readLogicalLines(text)) {
    builder.add(line);
    // systemd stops at a mistake that it cannot pass over.
    if (builder.mistakes.at(-1)?.fatal) break;
  }
  return { sections: builder.sections, mistakes: builder.mistakes };
}

class UnitFileBuilder {
  readonly sections: UnitSection[] = [];
  readonly mistakes: UnitMistake[] = [];
  private assignments: UnitAssignment[] | undefined;
  private outside = false;

  add(line: LogicalLine): void {
    const first = line.lines[0];
    if (!first) return;
    if (line.text === undefined) this.mistake(lineTooLong, first, 0, true);
    else if (strip(line.text) === '') return;
    else if (strip(line.text).startsWith('[')) this.openSection(first, line.text);
    else this.assign(line, first, line.text);
  }

  private openSection(first: PhysicalLine, text: string): void {
    const header = strip(text);
    const at = text.indexOf(header);
    const name = header.slice(1, -1);
    if (!header.endsWith(']') || header.length < 2) {
      const hint = header.includes(']')
        ? 'nothing may follow the closing bracket'
        : 'its closing bracket is missing';
      this.mistake(`section header without an end: ${hint}`, first, at, true);
    } else if (/[\p{Cc}"'\\]/u.test(name)) {
      this.mistake('section header with characters that a section name cannot have', first, at, true);
    } else {
      this.assignments = [];
      const column = columnIn(first, at);
      this.sections.push({ name, line: first.number, column, assignments: this.assignments });
    }
  }

  private assign(line: LogicalLine, first: PhysicalLine, text: string): void {
    const start = text.length - text.replace(/^[ \t\r\n]+/, '').length;
    const equals = text.indexOf('=');
    if (!this.assignments) {
      // One finding for all that stands before the first section: they share their remedy.
      if (!this.outside) this.mistake('line before the first section header', first, start, false);
      this.outside = true;
    } else if (equals < 0) {
      const message = 'line that is no assignment: it has no "="';
      this.mistake(line.afterBlankBackslash ? `${message}${blankBackslash}` : message, first, start, false);
    } else if (equals === start) {
      this.mistake('assignment without a key before its "="', first, start, false);
    } else {
      this.assignments.push(readAssignment(line, first, text, start, equals));
    }
  }

  private mistake(message: string, at: PhysicalLine, offset: number, fatal: boolean): void {
    const section = this.sections.at(-1)?.name;
    this.mistakes.push({ message, line: at.number, column: columnIn(at, offset), fatal, section });
  }
}

const blankBackslash =
  '; the line before does not continue on it, because white space stands behind its backslash';

function readAssignment(
  line: LogicalLine,
  first: PhysicalLine,
  text: string,
  start: number,
  equals: number,
): UnitAssignment {
  const rest = text.slice(equals + 1);
  const value = strip(rest);
  const valueStart = equals + 1 + (value === '' ? 0 : rest.indexOf(value));
  return {
    key: strip(text.slice(start, equals)),
    value,
    line: first.number,
    column: columnIn(first, start),
    parts: valueParts(line, valueStart, valueStart + value.length),
  };
}

function valueParts(line: LogicalLine, start: number, end: number): ValuePart[] {
  const parts: ValuePart[] = [];
  for (const physical of line.lines) {
    const from = Math.max(physical.offset, start);
    const to = Math.min(physical.offset + physical.text.length, end);
    if (from > to || (from === to && parts.length > 0)) continue;
    parts.push({
      offset: from - start,
      line: physical.number,
      column: columnIn(physical, from - physical.offset),
    });
  }
  return parts;
}

/** Columns count from 1, in code points. */
function columnIn(line: PhysicalLine, offset: number): number {
  return 1 + line.skipped + codePoints(line.text.slice(0, offset));
}
