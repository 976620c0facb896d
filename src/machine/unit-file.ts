/**
 * systemd unit files: sections with assignments, read as systemd reads them.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html
 */
export interface UnitFile {
  readonly sections: readonly UnitSection[];
  /** Lines that are neither a comment, a section nor an assignment, and what is wrong with each. */
  readonly mistakes: readonly { readonly message: string; readonly line: number; readonly column: number }[];
}

export interface UnitSection {
  /** `Service` */
  readonly name: string;
  readonly line: number;
  readonly assignments: readonly UnitAssignment[];
}

export interface UnitAssignment {
  readonly key: string;
  /** With continuation lines joined by a space, as systemd does. */
  readonly value: string;
  /** Of the key, in the unit file. */
  readonly line: number;
  readonly column: number;
}
