import type { Report } from '../model/report.ts';
import { type Shard, shardName } from '../model/shard.ts';

/** A report, and what its file is called. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/** Reports that can be joined, and those that cannot, with the reason. */
export interface FittingReports<T extends NamedReport> {
  readonly fitting: readonly T[];
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Chooses the reports that belong together. The first one decides of which run they are; a second copy of a report is
 * passed over.
 *
 * @param parts how many parts there must be; undefined leaves it to the first part
 */
export function fittingReports<T extends NamedReport>(
  reports: readonly T[],
  parts: number | undefined,
): FittingReports<T> {
  const fitting: T[] = [];
  const refused: { readonly name: string; readonly reason: string }[] = [];
  let base: string | undefined;
  const first = reports.find(({ report: { shard } }) => shard && (parts === undefined || shard.of === parts));
  const seen = new Map<string, string>();
  const entries = new Set<string>();
  for (const item of reports) {
    const { report } = item;
    const text = JSON.stringify(report);
    const key = report.shard ? shardName(report.shard) : text;
    if (seen.get(key) === text) continue;
    const shared = report.entries.find(({ name }) => entries.has(name));
    const reason =
      partReason(report, first?.report, parts) ??
      baseReason(report, base) ??
      (seen.has(key) ? `there are two different reports of part ${key}` : undefined) ??
      (shared && `the entry ${shared.name} is in another report as well`);
    if (reason !== undefined) {
      refused.push({ name: item.name, reason });
      continue;
    }
    seen.set(key, text);
    base ??= report.base?.commit;
    for (const { name } of report.entries) entries.add(name);
    fitting.push(item);
  }
  return { fitting, refused };
}

/** Why a report does not go with the first part; without one all are whole. */
function partReason(
  { shard, version, entries }: Report,
  first: Report | undefined,
  parts: number | undefined,
): string | undefined {
  if (!shard) return first ? 'it is the report of a whole run, and the others are parts of one' : undefined;
  if (!first?.shard) return `it is part ${shardName(shard)}, and the run is expected to have ${parts} parts`;
  if (shard.of !== first.shard.of)
    return `it is part ${shardName(shard)}, and the others are of ${first.shard.of} parts`;
  if (version !== first.version) return `windtunnel ${version} made it, and the others ${first.version}`;
  if (identity(shard) !== identity(first.shard))
    return `it is part ${shardName(shard)} of a run over other entries or with other settings`;
  const planned = new Set(shard.plan[shard.index - 1]?.map(({ name }) => name));
  const extra = entries.find(({ name }) => !planned.has(name));
  return extra && `it has the entry ${extra.name}, which belongs to another part`;
}

/** Findings and changes against one commit say nothing about those against another. */
function baseReason({ base }: Report, commit: string | undefined): string | undefined {
  if (base === undefined || commit === undefined || base.commit === commit) return undefined;
  return `it compares with commit ${base.commit.slice(0, 10)}, and the others with ${commit.slice(0, 10)}`;
}

/** What all parts of a run have alike. */
function identity({ of, plan, suppressions: { isWholeWorkspace, folder, rules, baseline } }: Shard): string {
  return JSON.stringify([of, plan, isWholeWorkspace, folder, rules, baseline]);
}
