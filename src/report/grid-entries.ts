import type { MatrixEntry } from '../model/rendered-cluster.ts';
import type { Report } from '../model/report.ts';

/** The entries of a report: those that stand in the grid of platforms, and those that are told in one line. */
export interface GridEntries {
  /** Whatever they come from, modules or single files: those whose platform is known. */
  readonly clusters: readonly MatrixEntry[];
  readonly others: readonly MatrixEntry[];
}

/** The one rule for which entries stand in the grid, for the comment and the page. */
export function gridEntries({ entries }: Report): GridEntries {
  return {
    clusters: entries.filter(({ platform }) => platform !== undefined),
    others: entries.filter(({ platform }) => platform === undefined),
  };
}
