import { asCommit, asNumber, asRepository, asText, valueAt } from './payload.ts';

/** A run of the runner, as its own environment or a `workflow_run` event names it. */
export interface WorkflowRun {
  readonly id: number;
  /** Among the runs of its workflow, from 1. */
  readonly number: number;
  readonly attempt: number;
}

/**
 * What set a job off, as far as it decides what is posted where, and what a change is compared with. Commits are 40
 * hex digits, or 64; repositories are `owner/name`.
 *
 * - `workflow-run`: `event` is what set the checked run off; `workflow` is its name. From a fork GitHub names no pull
 *   request; it is found by repository, branch and commit.
 * - `other`: `workflow_dispatch`, `schedule` and all that concern a commit only.
 * - `forbidden`: nothing may be done on it. `malformed`: its payload is not of GitHub's form.
 */
export type RunnerEvent =
  | {
      readonly kind: 'pull-request';
      readonly pull: number;
      readonly head: string;
      /** Undefined once the fork is deleted. */
      readonly headRepository: string | undefined;
      /** The newest commit of the base branch when the event happened. */
      readonly base: string | undefined;
    }
  | { readonly kind: 'merge-group'; readonly head: string; readonly base: string | undefined }
  | { readonly kind: 'push'; readonly head: string | undefined; readonly before: string | undefined }
  | {
      readonly kind: 'workflow-run';
      readonly event: string;
      readonly workflow: string;
      readonly head: string;
      readonly branch: string | undefined;
      readonly headRepository: string | undefined;
      readonly run: WorkflowRun;
    }
  | { readonly kind: 'other'; readonly name: string; readonly head: string | undefined }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'malformed'; readonly reason: string };

type Environment = Readonly<Record<string, string | undefined>>;

const page = 'https://github.com/windtunnel/windtunnel/blob/main/docs/github.md';
const forbidden: RunnerEvent = {
  kind: 'forbidden',
  reason: `windtunnel does not run on pull_request_target: that has the rights of the repository, and what is checked is a stranger's. Check on pull_request, and post on workflow_run: ${page} has both workflows`,
};

/**
 * Reads what a runner says of its event
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows).
 *
 * @param env the runner's variables
 * @param payload what stands in `GITHUB_EVENT_PATH`, parsed
 */
export function readEvent(env: Environment, payload: unknown): RunnerEvent {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  const sha = asCommit(env['GITHUB_SHA']);
  switch (name) {
    case 'pull_request':
      return readPullRequest(payload);
    case 'pull_request_target':
      return forbidden;
    case 'merge_group': {
      const head = asCommit(valueAt(payload, 'merge_group', 'head_sha')) ?? sha;
      if (head === undefined) return malformed(name, 'merge_group.head_sha');
      return { kind: 'merge-group', head, base: asCommit(valueAt(payload, 'merge_group', 'base_sha')) };
    }
    case 'push':
      // Of a branch that was deleted there is no commit.
      return { kind: 'push', head: sha, before: asCommit(valueAt(payload, 'before')) };
    case 'workflow_run':
      return readWorkflowRun(env, payload);
    default:
      return { kind: 'other', name, head: sha };
  }
}

function readPullRequest(payload: unknown): RunnerEvent {
  const pull = asNumber(valueAt(payload, 'pull_request', 'number'));
  const head = asCommit(valueAt(payload, 'pull_request', 'head', 'sha'));
  if (pull === undefined) return malformed('pull_request', 'pull_request.number');
  if (head === undefined) return malformed('pull_request', 'pull_request.head.sha');
  return {
    kind: 'pull-request',
    pull,
    head,
    headRepository: asRepository(valueAt(payload, 'pull_request', 'head', 'repo', 'full_name')),
    base: asCommit(valueAt(payload, 'pull_request', 'base', 'sha')),
  };
}

function readWorkflowRun(env: Environment, payload: unknown): RunnerEvent {
  const at = (...path: readonly string[]): unknown => valueAt(payload, 'workflow_run', ...path);
  const event = asText(at('event'));
  if (event === 'pull_request_target') return forbidden;
  const repository = asRepository(at('repository', 'full_name'));
  if (repository !== env['GITHUB_REPOSITORY'])
    return { kind: 'malformed', reason: 'the workflow run of the event is not of this repository' };
  const head = asCommit(at('head_sha'));
  // The name of the run is what the checked commit says; that of the workflow is what the default branch says.
  const workflow = asText(valueAt(payload, 'workflow', 'name')) ?? asText(at('name'));
  const run = readRun({ id: at('id'), number: at('run_number'), attempt: at('run_attempt') });
  if (event === undefined) return malformed('workflow_run', 'workflow_run.event');
  if (head === undefined) return malformed('workflow_run', 'workflow_run.head_sha');
  if (workflow === undefined) return malformed('workflow_run', 'workflow.name');
  if (run === undefined) return malformed('workflow_run', 'workflow_run.run_number');
  return {
    kind: 'workflow-run',
    event,
    workflow,
    head,
    branch: asText(at('head_branch')),
    headRepository: asRepository(at('head_repository', 'full_name')),
    run,
  };
}

/** A run of whole numbers, or undefined where one is missing. */
export function readRun(values: Readonly<Record<keyof WorkflowRun, unknown>>): WorkflowRun | undefined {
  const [id, number, attempt] = [values.id, values.number, values.attempt].map(asNumber);
  if (id === undefined || number === undefined || attempt === undefined) return undefined;
  return { id, number, attempt };
}

function malformed(event: string, property: string): RunnerEvent {
  return { kind: 'malformed', reason: `the payload of the event ${event} has no ${property}` };
}
