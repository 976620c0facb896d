import type * as Toolkit from '@actions/core';
import { UsageError } from './usage-error.ts';

/** The inputs of `action.yml`; a path is relative to the job's workspace. */
export interface ActionInputs {
  readonly paths: readonly string[];
  /** Empty: the config is looked for. */
  readonly config: string;
  /** Empty: the config says it. */
  readonly failOn: string;
  readonly reports: readonly ReportFile[];
  readonly annotations: boolean;
  readonly summary: boolean;
}

/** One line of the input `formats`. */
interface ReportFile {
  readonly format: string;
  readonly file: string;
}

/** Reads the inputs as the runner passes them; throws a {@link UsageError} that says what to write instead. */
export function readInputs(core: typeof Toolkit): ActionInputs {
  return {
    paths: lines(core, 'paths'),
    config: core.getInput('config'),
    failOn: core.getInput('fail-on'),
    reports: lines(core, 'formats').map(reportFile),
    annotations: flag(core, 'annotations'),
    summary: flag(core, 'summary'),
  };
}

function lines(core: typeof Toolkit, name: string): string[] {
  return core.getMultilineInput(name).filter((line) => line !== '');
}

function reportFile(line: string): ReportFile {
  const [, format, file] = /^([^=]+)=(.+)$/.exec(line) ?? [];
  if (format === undefined || file === undefined) {
    throw new UsageError(`formats: ${line} names no file; write ${line.replace(/=$/, '')}=FILE`);
  }
  return { format, file };
}

/** A workflow that passes an empty value on, such as an input of its own, means the default. */
function flag(core: typeof Toolkit, name: string): boolean {
  const value = core.getInput(name).toLowerCase();
  if (value === '' || value === 'true') return true;
  if (value === 'false') return false;
  throw new UsageError(`${name}: ${value} is neither true nor false`);
}
