import { jobToken } from '../github/posting.ts';
import type { GitHubServer } from '../github/server/start.ts';
import { workspaceWith } from '../support/workspace.ts';
import { eventVariables, type JobEvent } from './events.ts';
import { withFindings } from './posted-reports.ts';
import { runAction, type StepResult } from './run-action.ts';

interface ReportStep {
  /** Files of the folder that was downloaded. */
  readonly artifact?: Readonly<Record<string, string | Uint8Array>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly workspace?: string;
}

/** Runs the Action in `mode: report` on an event, in a job that has checked nothing out. */
export function runReportStep(
  server: GitHubServer,
  event: JobEvent,
  { artifact = { 'report.json': withFindings }, inputs = {}, env = {}, workspace }: ReportStep = {},
): Promise<StepResult> {
  return runAction({
    workspace: workspace ?? workspaceWith({}),
    inputs: { mode: 'report', reports: workspaceWith(artifact), token: jobToken, ...inputs },
    env: { ...eventVariables(server, event), ...env },
  });
}

/** What the runner shows of a step beside its log: `warning`, `notice` and their texts. */
export function messages({ commands }: StepResult): string[] {
  return commands
    .filter(({ name, properties }) => name !== 'add-mask' && properties['file'] === undefined)
    .map(({ name, data }) => `${name}: ${data}`);
}

/** The findings that a step shows on lines. */
export function annotated({ commands }: StepResult): string[] {
  return commands.flatMap(({ properties }) => properties['title'] ?? []);
}
