/** What is tried on a rendered cluster, in the order of the report. */
export const stages = ['translate', 'merge', 'user-data', 'units', 'contents'] as const;

export type Stage = (typeof stages)[number];

/** What each stage does, for the report's reader. */
export const stageTitles: Readonly<Record<Stage, string>> = {
  translate: 'strict translation by the upstream translator',
  merge: 'merged Ignition',
  'user-data': 'user data size and Ignition version',
  units: 'systemd units',
  contents: 'scripts and data files on the machine',
};

/**
 * How a stage ended for one subject. The five are kept apart to the last page: what could not be checked is
 * never taken for passed.
 */
export type Outcome =
  | { readonly status: 'passed' }
  | { readonly status: 'findings'; readonly count: number }
  | { readonly status: 'skipped'; readonly reason: string }
  | { readonly status: 'not-applicable'; readonly reason: string }
  | { readonly status: 'failed'; readonly reason: string };

export type Status = Outcome['status'];

/** A stage's outcome for one subject (a machine) of one matrix entry. */
export interface StageResult {
  readonly stage: Stage;
  readonly entry: string;
  readonly subject: string;
  readonly outcome: Outcome;
}
