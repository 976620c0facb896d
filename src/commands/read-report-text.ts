import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { limits } from '../report-file/limits.ts';
import { tooLarge } from '../report-file/read-report-file.ts';
import { errorCode, reasonOfError } from '../sources/workspace/file-errors.ts';

/** A text, with its size in bytes, or why there is none. */
export type ReportText = { readonly text: string; readonly size: number } | { readonly problem: string };

/**
 * The text of a report file. Only a regular file is read, and none over the limit.
 *
 * @param file absolute
 * @param room bytes that are left for it
 */
export function readReportText(file: string, room: number): ReportText {
  let descriptor: number | undefined;
  try {
    // A FIFO would keep us waiting.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { problem: 'it is no regular file' };
    if (stats.size > limits.size) return { problem: tooLarge };
    if (stats.size > room) return { problem: 'all reports together are too large' };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(descriptor));
    return { text, size: stats.size };
  } catch (error) {
    const code = errorCode(error);
    return {
      problem: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not UTF-8' : reasonOfError(code),
    };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
