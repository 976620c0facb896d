import type { Report } from '../model/report.ts';
import type { StageResult } from '../model/stage.ts';

/** Whether everything that was checked in one report was checked in the base too, as far as it was there. */
export function coversChecks(base: Report, head: Report): boolean {
  const unchecked = new Set(base.results.filter(isUnchecked).map(keyOf));
  const failed = new Set(base.leftOut.filter(({ status }) => status === 'failed').map(({ file }) => file));
  for (const { file, status } of head.leftOut) if (status === 'failed') failed.delete(file);
  if (failed.size > 0) return false;
  for (const result of head.results) if (isUnchecked(result)) unchecked.delete(keyOf(result));
  // What is gone has no findings that could be called new.
  const entries = new Set(head.entries.map(({ name }) => name));
  return base.results.every((result) => !entries.has(result.entry) || !unchecked.has(keyOf(result)));
}

function isUnchecked({ outcome }: StageResult): boolean {
  return outcome.status === 'failed' || outcome.status === 'skipped';
}

function keyOf({ stage, entry, subject }: StageResult): string {
  return `${stage}\0${entry}\0${subject}`;
}
