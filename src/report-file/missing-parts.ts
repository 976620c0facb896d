import type { MatrixEntry } from '../model/rendered-cluster.ts';
import type { Report } from '../model/report.ts';
import { shardName } from '../model/shard.ts';
import { machineStages, type StageResult } from '../model/stage.ts';

/** A part that gave no report. */
export interface MissingPart {
  /** `2/7` */
  readonly name: string;
  /** What it had to check; empty where no part is there to tell. */
  readonly entries: readonly MatrixEntry[];
}

/** The parts that are expected, or had something to check, and gave no report; or left an entry out. */
export function missingParts(reports: readonly Report[], expected: readonly string[]): MissingPart[] {
  const shards = reports.flatMap(({ shard }) => shard ?? []);
  const [first] = shards;
  if (!first) return reports.length > 0 ? [] : expected.map((name) => ({ name, entries: [] }));
  const entries = new Set(reports.flatMap((report) => report.entries.map(({ name }) => name)));
  return first.plan.flatMap((planned, index) => {
    const name = shardName({ index: index + 1, of: first.of });
    const isThere = shards.some((shard) => shard.index === index + 1);
    // A file may have gone since it was found: then it is left out, with the reason.
    const lost = planned.filter(
      (entry) => !isThere || (entry.source === 'terraform' && !entries.has(entry.name)),
    );
    return lost.length > 0 ? [{ name, entries: lost }] : [];
  });
}

/** What a merged report says of what is missing: all of it failed. */
export function missingEntries(
  missing: readonly MissingPart[],
): Pick<Report, 'entries' | 'results' | 'leftOut'> {
  return {
    entries: missing.flatMap(({ entries }) => entries),
    results: missing.flatMap((part) =>
      part.entries.flatMap((entry) => lostResults(entry.name, missingReason(part))),
    ),
    leftOut: missing
      .filter(({ entries }) => entries.length === 0)
      .map(({ name }) => ({ file: `part ${name}`, status: 'failed', reason: 'it gave no report' })),
  };
}

/** Why nothing is known of the entries of a part. */
export function missingReason({ name }: MissingPart): string {
  return `part ${name} of the run gave no report`;
}

/** The later stages are named too, so that no suppression is called unused for them. */
function lostResults(entry: string, reason: string): StageResult[] {
  return [
    { stage: 'render', entry, subject: entry, outcome: { status: 'failed', reason } },
    ...machineStages.map(
      (stage): StageResult => ({ stage, entry, subject: entry, outcome: { status: 'skipped', reason } }),
    ),
  ];
}
