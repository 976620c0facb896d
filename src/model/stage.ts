/** What is tried on a rendered cluster, in the order of the report. */
export const stages = [
  'render',
  'translate',
  'merge',
  'user-data',
  'units',
  'contents',
  'kubernetes',
] as const;

export type Stage = (typeof stages)[number];

/** Those that a machine goes through once it is rendered. */
export const machineStages: readonly Stage[] = stages.slice(1);

/** What each stage looks at, in words short enough to stand in a row. */
export const stageTitles: Readonly<Record<Stage, string>> = {
  render: 'rendering',
  translate: 'translation',
  merge: 'merged Ignition',
  'user-data': 'user data',
  units: 'units',
  contents: 'contents',
  kubernetes: 'Kubernetes',
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
