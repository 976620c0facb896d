import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReportJson } from '../support/read-report.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';

type Files = Readonly<Record<string, string | null>>;

/** What the tests of `--base` look at in a report. */
export interface ComparedJson extends ReportJson {
  readonly base: {
    readonly commit: string;
    readonly isComplete: boolean;
    readonly findings: readonly Finding[];
  };
  readonly difference: {
    readonly entries: readonly { readonly name: string; readonly status: string; readonly reason?: string }[];
    readonly changes: readonly Change[];
  };
}

interface Finding {
  readonly check: string;
  readonly origin: { readonly file: string };
}

interface Change {
  readonly path: string;
  readonly machines: readonly string[];
  readonly entries: readonly string[];
  readonly status: string;
  readonly lines: readonly string[];
  readonly added: number;
  readonly removed: number;
  readonly leftOut: number;
}

/** A repository with one commit of these files, which goes when the test has finished. */
export function repositoryWith(files: Readonly<Record<string, string>>): string {
  const folder = workspaceWith(files);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commitAll(folder);
  return folder;
}

export function commitAll(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=a');
}

/** Changes files of a work tree; null takes one away. */
export function change(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    if (text === null) rmSync(file);
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

/** Runs git without anybody's configuration; gives what it prints. */
export function git(folder: string, ...args: string[]): string {
  const person = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false'];
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', [...person, ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}

/** Runs `check --base` with a report as JSON. */
export async function checkBase(
  cwd: string,
  args: readonly string[] = ['--base', 'HEAD'],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult & { readonly report: ComparedJson }> {
  const result = await runCli(['check', '--format', 'json', '--quiet', ...args], {
    cwd,
    env: { HOME: cwd, ...env },
  });
  try {
    // Our own report; a test of its own validates it against the schema.
    return { ...result, report: JSON.parse(result.stdout) as ComparedJson };
  } catch {
    throw new Error(`no report, exit code ${result.code}:\n${result.stdout}${result.stderr}`);
  }
}

/** How many entries have each status. */
export function statuses({ difference }: ComparedJson): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of difference.entries) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
