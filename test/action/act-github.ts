import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type GitHubServer, startGitHub } from '../github/server/start.ts';
import { workspaceWith } from '../support/workspace.ts';
import { type ActOptions, type ActRun, runAct } from './run-act.ts';

export const mayWrite = 'token-that-may-write';
export const mayRead = 'token-that-may-only-read';

/** The run that the `workflow_run` event of `events.ts` is about. */
const checkedRun = '6001';

/** A server that answers as GitHub, and what workflows leave behind there. */
export interface ActGitHub {
  readonly server: GitHubServer;
  /** Runs a workflow as a run of that GitHub; as the one that `workflow_run` is about, unless the variables name another. */
  readonly run: (act: string, repository: string, options: ActOptions) => Promise<ActRun>;
  /** Names of that run's artifacts. */
  readonly artifacts: () => readonly string[];
  /** Where the joined report of that run is kept. */
  readonly reportFile: string;
  /** That report. */
  readonly report: () => { readonly result: string; readonly findings: readonly unknown[] };
}

export async function startActGitHub(): Promise<ActGitHub> {
  const server = await startGitHub();
  const folder = workspaceWith({});
  const account = { login: 'github-actions[bot]', isApp: true };
  const { accounts, repository: name } = server.state;
  accounts.set(mayWrite, { ...account, permissions: new Set(['pull-requests: write', 'statuses: write']) });
  accounts.set(mayRead, { ...account, permissions: new Set() });
  const variables = {
    ARTIFACTS: folder,
    GITHUB_API_URL: server.url,
    GITHUB_REPOSITORY: name,
    GITHUB_RUN_ID: checkedRun,
  };
  const reportFile = path.join(folder, checkedRun, 'windtunnel-report/report.json');
  return {
    server,
    reportFile,
    run: (act, repository, options) =>
      runAct(act, repository, { ...options, env: { ...variables, ...options.env } }),
    artifacts: () => readdirSync(path.join(folder, checkedRun)).sort(),
    report: () => JSON.parse(readFileSync(reportFile, 'utf8')),
  };
}
