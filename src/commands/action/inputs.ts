import { InputReader } from '../input-reader.ts';
import { numberOfParts } from '../number-of-parts.ts';
import type { Toolkit } from '../toolkit.ts';
import { UsageError } from '../usage-error.ts';

/** The inputs of `action.yml`, by mode; a path is relative to the job's workspace. An empty text was not given. */
export type ActionInputs = CheckInputs | MatrixInputs | ReportInputs;

/** What is checked. */
interface Selection {
  readonly paths: readonly string[];
  /** Empty: the config is looked for. */
  readonly config: string;
  readonly only: readonly string[];
}

/** How the result is shown. */
interface Showing {
  /** Empty: the config says it. */
  readonly failOn: string;
  readonly formats: readonly FormatFile[];
  readonly annotations: boolean;
  readonly summary: boolean;
}

export interface CheckInputs extends Selection, Showing {
  readonly mode: 'check';
  /** `auto`, `none`, or a commit. */
  readonly base: string;
  readonly rendered: boolean;
  /** `2/7`; empty for all. */
  readonly shard: string;
}

export interface MatrixInputs extends Selection {
  readonly mode: 'matrix';
  readonly shards: number;
}

export interface ReportInputs extends Selection, Showing {
  readonly mode: 'report';
  readonly reports: readonly string[];
  readonly expected: number | undefined;
  readonly comment: boolean;
  readonly statuses: boolean;
  readonly token: string;
}

/** One line of the input `formats`. */
interface FormatFile {
  readonly format: string;
  readonly file: string;
}

/** Reads the inputs as the runner passes them; throws a {@link UsageError} that says what to write instead. */
export function readInputs(core: Toolkit): ActionInputs {
  const input = new InputReader(core);
  const { mode } = input;
  if (mode === 'matrix')
    return { mode, ...readSelection(input), shards: numberOfParts('shards', input.text('shards')) };
  if (mode === 'check') {
    return {
      mode,
      ...readSelection(input),
      ...readShowing(input),
      base: input.text('base'),
      rendered: input.flag('rendered'),
      shard: input.text('shard'),
    };
  }
  const expect = input.text('expect');
  return {
    mode,
    ...readSelection(input),
    ...readShowing(input),
    reports: input.lines('reports'),
    expected: expect === '' ? undefined : numberOfParts('expect', expect),
    comment: input.flag('comment'),
    statuses: input.flag('statuses'),
    token: input.text('token'),
  };
}

function readSelection(input: InputReader): Selection {
  return { paths: input.lines('paths'), config: input.text('config'), only: input.lines('only') };
}

function readShowing(input: InputReader): Showing {
  return {
    failOn: input.text('fail-on'),
    formats: input.lines('formats').map(formatFile),
    annotations: input.flag('annotations'),
    summary: input.flag('summary'),
  };
}

function formatFile(line: string): FormatFile {
  const [, format, file] = /^([^=]+)=(.+)$/.exec(line) ?? [];
  if (format === undefined || file === undefined) {
    throw new UsageError(`formats: ${line} names no file; write ${line.replace(/=$/, '')}=FILE`);
  }
  return { format, file };
}
