import { exitCode, exitCodes, type FailOn } from '../model/exit-code.ts';
import { compareText } from '../model/origin.ts';
import type { Report } from '../model/report.ts';
import { summarise } from '../model/summary.ts';
import { clip, plural, severityCounts } from '../report/wording.ts';
import type { CommitStatus } from './github-api.ts';

/** Characters; GitHub takes no more of a description. */
const longestDescription = 140;

const states = new Map<number, CommitStatus['state']>([
  [exitCodes.clean.code, 'success'],
  [exitCodes.findings.code, 'failure'],
]);

/** One status for each platform of the report, `windtunnel / aws`. Entries without a platform have none. */
export function platformStatuses(report: Report, failOn: FailOn, url?: string): CommitStatus[] {
  const platforms = new Set(report.entries.flatMap(({ platform }) => platform ?? []));
  return [...platforms].sort(compareText).map((platform) => {
    const part = partOf(report, platform);
    return {
      context: `windtunnel / ${platform}`,
      state: states.get(exitCode(part, failOn)) ?? 'error',
      description: clip(describe(part), longestDescription),
      ...(url !== undefined && { url }),
    };
  });
}

/** The report of one platform's entries. What reached no entry failed for the run, not for the platform. */
function partOf(report: Report, platform: string): Report {
  const entries = report.entries.filter((entry) => entry.platform === platform);
  const names = new Set(entries.map(({ name }) => name));
  return {
    ...report,
    entries,
    results: report.results.filter(({ entry }) => names.has(entry)),
    findings: report.findings.filter((finding) => finding.entries.some((name) => names.has(name))),
    leftOut: [],
  };
}

function describe(part: Report): string {
  const { counts, failed } = summarise(part);
  const found = severityCounts(counts) || 'no findings';
  const entries = part.entries.length === 1 ? '1 entry' : `${part.entries.length} entries`;
  return `${found} in ${entries}${failed > 0 ? `; ${plural(failed, 'check')} could not run` : ''}`;
}
