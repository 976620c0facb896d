import { newerHead } from '../github/posting.ts';
import type { State } from '../github/server/state.ts';
import { workspaceWith } from '../support/workspace.ts';

/** The commit that GitHub makes to try a pull request's merge; nothing may be posted on it. */
const mergeCommit = 'c'.repeat(40);

export interface JobEvent {
  readonly name: string;
  readonly payload: object;
  readonly sha?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** What the runner tells a job of its event: variables, and the payload in a file. */
export function eventVariables(
  { url, state }: { readonly url: string; readonly state: Pick<State, 'repository'> },
  { name, payload, sha = newerHead, variables = {} }: JobEvent,
): Record<string, string> {
  const folder = workspaceWith({ 'event.json': JSON.stringify(payload) });
  return {
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: `${folder}/event.json`,
    GITHUB_SHA: sha,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: state.repository,
    GITHUB_RUN_ID: '7001',
    GITHUB_RUN_NUMBER: '31',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'clusters',
    GITHUB_JOB: 'report',
    ...variables,
  };
}

export const ourRepository = 'octo-org/clusters';
export const forkRepository = 'octocat/clusters';

/** A repository, as far as payloads agree on it. */
function repository(fullName: string): object {
  const [owner = '', name = ''] = fullName.split('/');
  return {
    id: fullName === ourRepository ? 400100 : 400200,
    name,
    full_name: fullName,
    private: false,
    owner: { login: owner, id: 500, type: fullName === ourRepository ? 'Organization' : 'User' },
    html_url: `https://github.example/${fullName}`,
    fork: fullName !== ourRepository,
    default_branch: 'main',
  };
}

const common = {
  repository: repository(ourRepository),
  organization: { login: 'octo-org', id: 500 },
  sender: { login: 'octocat', id: 600, type: 'User' },
};

interface PullOptions {
  readonly from?: string | null;
  readonly head?: string;
  readonly base?: string;
  readonly number?: number;
}

/** `pull_request`, of pull request 7 from the branch `fix`. */
export function pullRequest(options: PullOptions = {}): JobEvent {
  const { from = ourRepository, head = newerHead, base, number = 7 } = options;
  const repo = from === null ? null : repository(from);
  return {
    name: 'pull_request',
    sha: mergeCommit,
    variables: { GITHUB_REF: `refs/pull/${number}/merge`, GITHUB_HEAD_REF: 'fix', GITHUB_BASE_REF: 'main' },
    payload: {
      action: 'synchronize',
      number,
      pull_request: {
        id: 900007,
        number,
        state: 'open',
        title: 'Smaller user data',
        user: { login: 'octocat', id: 600 },
        draft: false,
        merge_commit_sha: mergeCommit,
        head: { label: 'octocat:fix', ref: 'fix', sha: head, user: { login: 'octocat' }, repo },
        base: {
          label: 'octo-org:main',
          ref: 'main',
          sha: base ?? 'd'.repeat(40),
          user: { login: 'octo-org' },
          repo: repository(ourRepository),
        },
      },
      before: 'e'.repeat(40),
      after: head,
      ...common,
    },
  };
}

interface RunOptions {
  readonly event?: string;
  readonly from?: string | null;
  readonly branch?: string | null;
  readonly head?: string;
  readonly of?: string;
  readonly number?: number;
  /** What the pull request calls the workflow. */
  readonly name?: string;
}

/** `workflow_run`, of a run of the workflow `check` that has ended. */
export function workflowRun(options: RunOptions = {}): JobEvent {
  const { event = 'pull_request', from = forkRepository, branch = 'fix', head = newerHead } = options;
  const { of = ourRepository, number = 12, name = 'check' } = options;
  return {
    name: 'workflow_run',
    sha: 'f'.repeat(40),
    payload: {
      action: 'completed',
      workflow: { id: 300, name: 'check', path: '.github/workflows/check.yml', state: 'active' },
      workflow_run: {
        id: 6001,
        name,
        display_title: 'Smaller user data',
        path: '.github/workflows/check.yml',
        run_number: number,
        run_attempt: 2,
        event,
        status: 'completed',
        conclusion: 'failure',
        workflow_id: 300,
        head_branch: branch,
        head_sha: head,
        // Of a fork GitHub names none.
        pull_requests: [],
        repository: repository(of),
        head_repository: from === null ? null : repository(from),
        head_commit: { id: head, message: 'Smaller user data', author: { name: 'octocat' } },
      },
      ...common,
    },
  };
}

export function push(before = '0'.repeat(40)): JobEvent {
  return {
    name: 'push',
    payload: {
      ref: 'refs/heads/main',
      before,
      after: newerHead,
      created: false,
      deleted: false,
      forced: false,
      commits: [{ id: newerHead, message: 'Smaller user data', modified: ['a.bu'] }],
      head_commit: { id: newerHead, message: 'Smaller user data' },
      pusher: { name: 'octocat' },
      ...common,
    },
  };
}

export function mergeGroup(base = 'd'.repeat(40)): JobEvent {
  return {
    name: 'merge_group',
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: newerHead,
        head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${base}`,
        base_sha: base,
        base_ref: 'refs/heads/main',
        head_commit: { id: newerHead, message: 'Smaller user data' },
      },
      ...common,
    },
  };
}

export const dispatch: JobEvent = {
  name: 'workflow_dispatch',
  payload: { inputs: {}, ref: 'refs/heads/main', workflow: '.github/workflows/check.yml', ...common },
};

export const schedule: JobEvent = {
  name: 'schedule',
  payload: { schedule: '17 4 * * 1', workflow: '.github/workflows/check.yml', ...common },
};
