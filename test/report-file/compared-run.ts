import { assembleReport, type RunOutcome } from '../../src/model/assemble-report.ts';
import { groupChanges } from '../../src/model/compare-changes.ts';
import { groupListings } from '../../src/model/group-listings.ts';
import type { MatrixEntry } from '../../src/model/rendered-cluster.ts';
import type { ComparedEntry, RenderedChange, RenderedListing } from '../../src/model/rendered-difference.ts';
import type { Report } from '../../src/model/report.ts';

export const baseCommit = '5'.repeat(40);

/**
 * What a run over some entries says of its base: what an entry has follows from its name alone, `e07`.
 *
 * @param inBase the run on the base, which finds more
 */
export function comparison(
  some: readonly MatrixEntry[],
  inBase: RunOutcome,
): Pick<Report, 'base' | 'difference' | 'rendered'> {
  return {
    base: {
      commit: baseCommit,
      isComplete: true,
      findings: assembleReport(inBase).findings.map(({ excerpt: _, ...finding }) => finding),
    },
    difference: {
      entries: some.map(({ name }) => comparedEntry(name)),
      changes: groupChanges(some.flatMap(({ name }) => changesOf(name))),
    },
    rendered: groupListings(some.flatMap(({ name }) => listingsOf(name))),
  };
}

function numberOf(name: string): number {
  return Number(name.slice(1));
}

function comparedEntry(name: string): ComparedEntry {
  const number = numberOf(name);
  if (number % 10 === 9) return { name, status: 'unknown', reason: `no value of ${number}` };
  return { name, status: number % 5 === 0 ? 'same' : 'changed' };
}

/** One that all have, though not on the same machines, one that every third has, and one of its own. */
function changesOf(name: string): RenderedChange[] {
  const number = numberOf(name);
  if (comparedEntry(name).status !== 'changed') return [];
  const change = (path: string, text: string, machine: string): RenderedChange => ({
    path,
    machines: [machine],
    entries: [name],
    status: 'changed',
    lines: ['@@ -1 +1 @@', '-old', `+${text}`],
    added: 1,
    removed: 1,
    leftOut: 0,
  });
  return [
    change('/etc/hosts', 'for all', `machine-${number % 4}`),
    change('/etc/hosts', `for every third ${number % 3}`, 'worker'),
    change(`/etc/${name}`, name, 'worker'),
  ];
}

function listingsOf(name: string): RenderedListing[] {
  const text = `of ${numberOf(name) % 3}\n`;
  return ['b', 'a'].map((machine) => ({ path: '/etc/hosts', machines: [machine], entries: [name], text }));
}
