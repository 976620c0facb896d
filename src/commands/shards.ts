import type { MatrixEntry } from '../model/rendered-cluster.ts';
import { shardName } from '../model/shard.ts';
import type { FoundEntry } from '../sources/source.ts';
import { UsageError } from './usage-error.ts';

/** Which part of a run: `2/7`. */
export interface ShardChoice {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** What a workflow's matrix may have at most (https://docs.github.com/en/actions/reference/limits). */
export const mostShards = 256;

/** Expected time of an entry that is rendered, of a machine config and of a manifest, in milliseconds. */
const costs: Readonly<Record<'rendered' | 'machine' | 'manifest', number>> = {
  rendered: 400,
  machine: 15,
  manifest: 1,
};

/** Manifests in UTF-16 units that are checked in a millisecond. */
const unitsPerMillisecond = 8000;

/** Reads `--shard`; throws a {@link UsageError} for what is none. */
export function parseShard(text: string): ShardChoice {
  const [, index, of] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? [];
  const choice = { index: Number(index), of: Number(of) };
  if (choice.index <= choice.of && choice.of <= mostShards) return choice;
  throw new UsageError(`--shard: ${text} is no part such as 2/7, of at most ${mostShards}`);
}

interface Part {
  /** Milliseconds. */
  cost: number;
  readonly entries: MatrixEntry[];
}

/**
 * Packs the entries of a run into parts of about the same expected time. The same entries give the same parts. Beside
 * Terraform modules all files are in the first part: what they are checked for depends on everything else.
 */
export function planShards(
  files: readonly FoundEntry[],
  rendered: readonly MatrixEntry[],
  of: number,
): readonly (readonly MatrixEntry[])[] {
  const parts = Array.from({ length: of }, (): Part => ({ cost: 0, entries: [] }));
  const items = rendered.map((entry) => ({ entry, cost: costs.rendered }));
  const ofFiles = files.map((found) => ({ entry: found.entry, cost: costOf(found) }));
  const [first] = parts;
  if (first && rendered.length > 0 && files.length > 0) {
    // It renders the entries of the others as well.
    first.cost = sum(ofFiles) + sum(items);
    first.entries.push(...ofFiles.map(({ entry }) => entry));
  } else items.push(...ofFiles);
  for (const { entry, cost } of items.sort((a, b) => b.cost - a.cost)) {
    const least = parts.reduce((best, part) => (part.cost < best.cost ? part : best));
    least.cost += cost;
    least.entries.push(entry);
  }
  return parts.map(({ entries }) => entries);
}

/** The lines of a workflow's matrix. Parts without an entry are left away, but for the first. */
export function shardJobs(
  plan: readonly (readonly MatrixEntry[])[],
): readonly { readonly shard: string; readonly entries: readonly string[] }[] {
  return plan.flatMap((entries, index) =>
    index > 0 && entries.length === 0
      ? []
      : [
          {
            shard: shardName({ index: index + 1, of: plan.length }),
            entries: entries.map(({ name }) => name),
          },
        ],
  );
}

function costOf({ hasMachines, size }: FoundEntry): number {
  return (hasMachines ? costs.machine : costs.manifest) + size / unitsPerMillisecond;
}

function sum(items: readonly { readonly cost: number }[]): number {
  return items.reduce((total, { cost }) => total + cost, 0);
}
