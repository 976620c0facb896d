import type { Check } from '../model/check.ts';
import { type JoinedReport, joinReportFiles, type ReadFile } from '../report-file/join-report-files.ts';
import { readReportFile } from '../report-file/read-report-file.ts';
import { findReportFiles } from './find-report-files.ts';
import { readReportText } from './read-report-text.ts';

/** Which reports are joined. */
export interface JoinRequest {
  /** Files and folders, relative to `cwd` or absolute. */
  readonly named: readonly string[];
  readonly cwd: string;
  /** How many parts there must be; undefined leaves it to the parts. */
  readonly expected: number | undefined;
  /** `YYYY-MM-DD`, for suppressions that end. */
  readonly today: string;
}

/** Bytes of all reports together: they are in memory at the same time. */
const totalSize = 256 * 1024 * 1024;

/** Reads the reports, which may be a stranger's, and joins them. What cannot be used has failed, with its reason. */
export function joinNamedReports(
  { named, cwd, expected, today }: JoinRequest,
  checks: readonly Check[],
): JoinedReport & { readonly isReadable: boolean } {
  let room = totalSize;
  const found = named.flatMap((name) => findReportFiles(cwd, name));
  // Beside a folder, a file in it may be named.
  const once = new Map(found.map((file) => ['path' in file ? file.path : file.name, file]));
  const files = [...once.values()].map((file): ReadFile => {
    const text = 'problem' in file ? file : readReportText(file.path, room);
    if ('problem' in text) return { name: file.name, read: { kind: 'unusable', problems: [text.problem] } };
    room -= text.size;
    return { name: file.name, read: readReportFile(text.text) };
  });
  return {
    ...joinReportFiles(files, { expected, checks, today }),
    isReadable: files.some(({ read }) => read.kind === 'report'),
  };
}
