import type { FailOn } from '../model/exit-code.ts';
import type { Severity } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Stage } from '../model/stage.ts';

/** What reporters may know of a check, to say why and how to mend. */
export interface CheckDescription {
  readonly id: string;
  readonly title: string;
  /** The severity that its findings have unless they say otherwise. */
  readonly severity: Severity;
  readonly stage: Stage;
  readonly why: string;
  readonly fix: string;
  /** Address of the check's documentation page. */
  readonly url: string;
}

/** What the output is written to; only the terminal reporter looks at the first two. */
export interface ReporterOptions {
  readonly color: boolean;
  /** Columns of the terminal; 80 where it is not one. */
  readonly width: number;
  readonly failOn: FailOn;
  readonly describe: (check: string) => CheckDescription;
}

/** Turns a report into one text. Pure: same report and options, same bytes. Escapes for its own language. */
export interface Reporter {
  /** The name given to `--format`. */
  readonly format: string;
  readonly title: string;
  readonly render: (report: Report, options: ReporterOptions) => string;
}
