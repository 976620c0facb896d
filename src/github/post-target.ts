import { type Addresses, readAddresses } from './addresses.ts';
import { type RunnerEvent, readRun, type WorkflowRun } from './event.ts';
import type { RunHead } from './find-pull-request.ts';

/** Where a job posts, and as what. */
export interface PostTarget {
  readonly addresses: Addresses;
  /** Number of the pull request, or what it is to be found by; absent where there is none. */
  readonly pull?: number | RunHead;
  /** The commit that was checked; undefined for an event that concerns none. */
  readonly head: string | undefined;
  /** Page of the repository that has that commit. */
  readonly headUrl: string;
  /** The workflow that checked. */
  readonly workflow: string;
  /** The job that posts. */
  readonly job: string;
  /** The run that checked, and its page. */
  readonly run: WorkflowRun;
  readonly runUrl: string;
  /** True where GitHub gives the job a token that may only read, whatever its `permissions:` say. */
  readonly isFork: boolean;
}

/**
 * Where the result of an event belongs; a reason where nothing may be posted, or where this is no job of GitHub
 * Actions. Head, branch and number of a run come from the event, never from what the run has left behind.
 */
export function postTarget(
  event: RunnerEvent,
  env: Readonly<Record<string, string | undefined>>,
): PostTarget | { readonly unusable: string } {
  if (event.kind === 'forbidden' || event.kind === 'malformed') return { unusable: event.reason };
  const addresses = readAddresses(env);
  const ownRun = readRun({
    id: env['GITHUB_RUN_ID'],
    number: env['GITHUB_RUN_NUMBER'],
    attempt: env['GITHUB_RUN_ATTEMPT'],
  });
  const workflow = env['GITHUB_WORKFLOW'];
  const job = env['GITHUB_JOB'];
  if (!addresses || !ownRun || !workflow || !job)
    return { unusable: 'posting takes a job of GitHub Actions, with GITHUB_REPOSITORY and all that it sets' };
  const { repository, repositoryUrl } = addresses;
  const run = event.kind === 'workflow-run' ? event.run : ownRun;
  const headRepository =
    'headRepository' in event && event.headRepository !== undefined ? event.headRepository : undefined;
  const own = `${repository.owner}/${repository.repo}`;
  const pull = pullOf(event);
  return {
    addresses,
    head: event.head,
    headUrl: repositoryUrl.slice(0, -own.length) + (headRepository ?? own),
    workflow: event.kind === 'workflow-run' ? event.workflow : workflow,
    job,
    run,
    runUrl: `${repositoryUrl}/actions/runs/${run.id}`,
    isFork: event.kind === 'pull-request' && headRepository !== own,
    ...(pull !== undefined && { pull }),
  };
}

function pullOf(event: RunnerEvent): PostTarget['pull'] {
  if (event.kind === 'pull-request') return event.pull;
  if (event.kind !== 'workflow-run' || event.event !== 'pull_request') return undefined;
  return { repository: event.headRepository, branch: event.branch, commit: event.head };
}
