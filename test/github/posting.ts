import { readAddresses } from '../../src/github/addresses.ts';
import type { PostOutcome } from '../../src/github/post-outcome.ts';
import type { PostContext, PostIo } from '../../src/github/post-report.ts';
import { postReport } from '../../src/github/post-report.ts';
import type { Clock } from '../../src/github/time-budget.ts';
import { assembleReport, type RunOutcome } from '../../src/model/assemble-report.ts';
import type { Report } from '../../src/model/report.ts';
import { commentIdentity } from '../../src/report/comment/marker.ts';
import { handMadeRun, plainOptions } from '../report/hand-made-run.ts';
import type { GitHubServer } from './server/start.ts';

export const jobToken = 'ghs_tokenOfTheJob';
export const olderHead = 'a'.repeat(40);
export const newerHead = 'b'.repeat(40);

/** Gives the server a job's token with all permissions, and pull request 7 with `newerHead`. */
export function furnish({ state }: GitHubServer): void {
  state.accounts.set(jobToken, {
    login: 'github-actions[bot]',
    isApp: true,
    permissions: new Set(['pull-requests: write', 'statuses: write']),
  });
  state.pulls.push({
    number: 7,
    state: 'open',
    branch: 'fix',
    head: newerHead,
    headRepository: state.repository,
  });
}

/** The hand-made run with its clouds as platforms. */
const run: RunOutcome = {
  ...handMadeRun,
  entries: handMadeRun.entries.map((entry) => ({
    ...entry,
    ...(entry.name === 'aws' && { platform: 'aws' as const, networking: 'cilium' }),
    ...(entry.name === 'azure' && { platform: 'azure' as const, networking: 'calico' }),
  })),
};

const withFindings: Report = assembleReport(run);

export const allClean: Report = assembleReport({
  ...run,
  problems: [],
  leftOut: [],
  results: run.results.filter(({ outcome }) => outcome.status === 'passed'),
});

export interface Post {
  readonly report?: Report;
  readonly head?: string;
  /** Number of the run. */
  readonly run?: number;
  readonly job?: string;
  readonly token?: string;
  readonly statuses?: boolean;
  readonly limits?: PostIo['limits'];
}

/** Posts to pull request 7, by a clock that only waiting moves; gives what came of it and the waits in seconds. */
export async function post(
  server: GitHubServer,
  { report = withFindings, head = newerHead, run: number = 1, job = 'check', ...rest }: Post = {},
): Promise<PostOutcome & { readonly waited: readonly number[] }> {
  const addresses = readAddresses(runnerVariables(server));
  if (addresses === undefined) throw new Error('the server has a repository');
  const context: PostContext = {
    ...addresses,
    token: rest.token ?? jobToken,
    pull: 7,
    statuses: rest.statuses ?? false,
    comment: {
      failOn: plainOptions.failOn,
      describe: plainOptions.describe,
      marker: {
        identity: commentIdentity({ workflow: 'windtunnel', job, config: '' }),
        head,
        run: { number, attempt: 1 },
      },
      repositoryUrl: addresses.repositoryUrl,
      reportUrl: 'https://github.example/octo-org/clusters/actions/runs/1',
    },
  };
  const { clock, waited } = clockOfWaits();
  return {
    ...(await postReport(report, context, { clock, ...(rest.limits && { limits: rest.limits }) })),
    waited,
  };
}

/** What a runner on an Enterprise Server tells its steps. */
export function runnerVariables({ url, state }: GitHubServer): Record<string, string> {
  return {
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: state.repository,
  };
}

/** A clock that only waiting moves, and the waits, in seconds. */
export function clockOfWaits(): { readonly clock: Clock; readonly waited: readonly number[] } {
  const waited: number[] = [];
  let now = Date.now();
  const sleep = async (milliseconds: number): Promise<void> => {
    waited.push(Math.ceil(milliseconds / 1000));
    now += milliseconds;
  };
  return { clock: { now: () => now, sleep }, waited };
}
