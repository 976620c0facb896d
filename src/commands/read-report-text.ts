import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { limits } from '../report-file/limits.ts';
import { type ReadReport, tooLarge } from '../report-file/read-report-file.ts';
import { errorCode, reasonOfError } from '../sources/workspace/file-errors.ts';

type Unusable = Extract<ReadReport, { kind: 'unusable' }>;

/** The text of a report file that the command line names. Only a regular file is read, and none over the limit. */
export function readReportText(cwd: string, file: string): string | Unusable {
  let descriptor: number | undefined;
  try {
    // A FIFO would keep us waiting.
    descriptor = openSync(path.resolve(cwd, file), constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return unusable('it is no regular file');
    if (stats.size > limits.size) return unusable(tooLarge);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(descriptor));
  } catch (error) {
    const code = errorCode(error);
    return unusable(code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not UTF-8' : reasonOfError(code));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function unusable(problem: string): Unusable {
  return { kind: 'unusable', problems: [problem] };
}
