import { type ComparedFindings, compareFindings } from '../../model/compare-findings.ts';
import type { Report } from '../../model/report.ts';
import { type EntryWriter, entryWriter } from './entries.ts';
import { type Platforms, platformsOf } from './platforms.ts';

/** What several sections of the page need to know of a report, worked out once. */
export interface PageFacts {
  readonly report: Report;
  /** Undefined without a base. */
  readonly compared: ComparedFindings | undefined;
  readonly platforms: Platforms;
  readonly entryNames: EntryWriter;
}

export function pageFacts(report: Report): PageFacts {
  return {
    report,
    compared: report.base && compareFindings(report),
    platforms: platformsOf(report),
    entryNames: entryWriter(report),
  };
}
