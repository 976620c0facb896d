import { compareSeverity, type Severity } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Status } from '../../model/stage.ts';
import { plural, severityCounts } from '../wording.ts';

/** How one matrix entry ended, in a mark and a word: nobody should have to tell colours apart. */
export interface EntryVerdict {
  /** 0 is the worst. */
  readonly rank: number;
  readonly mark: string;
  readonly status: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly skipped: number;
}

const kinds = [
  { mark: '⛔', status: 'failed' },
  { mark: '❌', status: 'errors' },
  { mark: '⚠️', status: 'warnings' },
  { mark: 'ℹ️', status: 'notes' },
  { mark: '✅', status: 'clean' },
  { mark: '➖', status: 'nothing checked' },
] as const;

interface Tally {
  readonly counts: Record<Severity, number>;
  readonly statuses: Record<Status, number>;
}

/** The verdict of every entry, by its name. */
export function entryVerdicts({ entries, results, findings }: Report): ReadonlyMap<string, EntryVerdict> {
  const tallies = new Map(entries.map(({ name }) => [name, emptyTally()]));
  for (const { entry, outcome } of results) {
    const tally = tallies.get(entry);
    if (tally) tally.statuses[outcome.status] += 1;
  }
  for (const { severity, entries: names } of findings) {
    for (const name of names) {
      const tally = tallies.get(name);
      if (tally) tally.counts[severity] += 1;
    }
  }
  return new Map([...tallies].map(([name, tally]) => [name, toVerdict(tally)]));
}

/** The worst of some verdicts; undefined for none. */
export function worstOf(verdicts: readonly EntryVerdict[]): EntryVerdict | undefined {
  return verdicts.toSorted(
    (a, b) => a.rank - b.rank || b.counts.error - a.counts.error || b.counts.warning - a.counts.warning,
  )[0];
}

/** `❌ 2 errors, 1 note`, `⛔ failed, 1 error`, `✅ clean, 3 stages skipped`. */
export function verdictCell(verdict: EntryVerdict): string {
  return `${verdict.mark} ${verdictWords(verdict)}`;
}

/** The same without the mark. */
export function verdictWords({ status, counts, skipped }: EntryVerdict): string {
  const found = severityCounts(counts);
  const word = found === '' || status === 'failed' ? status : '';
  return [word, found, skipped > 0 ? `${plural(skipped, 'stage')} skipped` : ''].filter(Boolean).join(', ');
}

function emptyTally(): Tally {
  return {
    counts: { error: 0, warning: 0, note: 0 },
    statuses: { passed: 0, findings: 0, skipped: 0, 'not-applicable': 0, failed: 0 },
  };
}

function toVerdict({ counts, statuses }: Tally): EntryVerdict {
  const rank = rankOf(counts, statuses);
  const kind = kinds[rank] ?? kinds[0];
  return { rank, mark: kind.mark, status: kind.status, counts, skipped: statuses.skipped };
}

function rankOf(counts: Tally['counts'], statuses: Tally['statuses']): number {
  if (statuses.failed > 0) return 0;
  const [worst] = (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .sort(compareSeverity);
  if (worst !== undefined) return { error: 1, warning: 2, note: 3 }[worst];
  return statuses.passed + statuses.findings > 0 ? 4 : 5;
}
