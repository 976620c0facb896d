import type { BaseReport } from '../model/base-report.ts';
import type { RenderedDifference } from '../model/rendered-difference.ts';
import type { Report } from '../model/report.ts';
import type { Shard } from '../model/shard.ts';
import { compareSides } from '../rendered/compare-sides.ts';
import { coversChecks } from '../rendered/covers-checks.ts';
import { diffTexts } from '../sources/git/diff-texts.ts';
import type { Workspace } from '../sources/workspace.ts';
import type { BaseChoice } from './base-choice.ts';
import { checkBase } from './check-base.ts';
import type { CheckRequest } from './check-request.ts';
import type { CheckedSide } from './check-side.ts';

/** What is compared. */
export interface Comparison {
  readonly base: BaseChoice;
  readonly workspace: Workspace;
  readonly head: CheckedSide;
  readonly plan: Shard['plan'] | undefined;
  /** Folders of the root modules of the change. */
  readonly roots: ReadonlySet<string>;
}

/** Checks the base as well, unless nothing differs from it, and compares what is rendered. */
export async function compareWithBase(
  comparison: Comparison,
  request: CheckRequest,
): Promise<{ readonly base: BaseReport; readonly difference: RenderedDifference }> {
  const { base, head } = comparison;
  const { commit } = base;
  if (!base.differs) {
    const entries = head.report.entries.map(({ name }) => ({ name, status: 'same' as const }));
    return { base: baseReport(commit, true, head.report), difference: { entries, changes: [] } };
  }
  const old = await checkBase(comparison, request);
  if ('reason' in old) {
    const reason = `the base could not be checked: ${old.reason}`;
    const entries = [...head.rendered.keys()].map((name) => ({ name, status: 'unknown' as const, reason }));
    return {
      base: { commit, isComplete: false, findings: [] },
      difference: { entries, changes: [] },
    };
  }
  const isComplete = old.isWhole && coversChecks(old.report, head.report);
  return {
    base: baseReport(commit, isComplete, old.report),
    difference: await compareSides(old.rendered, head.rendered, (pairs) => diffTexts(pairs, request.env)),
  };
}

function baseReport(commit: string, isComplete: boolean, { findings }: Report): BaseReport {
  return { commit, isComplete, findings: findings.map(({ excerpt: _, ...finding }) => finding) };
}
