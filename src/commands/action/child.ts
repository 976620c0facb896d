import { exec } from '@actions/exec';
import { distFile } from '../../core/dist-file.ts';
import { withoutCommands } from '../step-surroundings.ts';
import type { ActionIo } from './io.ts';

/** How the child ended. */
export interface ChildResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command of windtunnel in a process of its own, with its output in the step's log, where nothing of it is taken
 * for a workflow command. The child reads untrusted files, so it gets neither the job's tokens nor the runner's command
 * files.
 *
 * @param cwd absolute
 */
export function runChild(args: readonly string[], cwd: string, io: ActionIo): Promise<ChildResult> {
  const output: Readonly<Record<'stdout' | 'stderr', Buffer[]>> = { stdout: [], stderr: [] };
  return withoutCommands(io, async () => {
    const code = await exec(`"${process.execPath}"`, [distFile('cli.js'), ...args], {
      cwd,
      env: childEnvironment(io.env),
      outStream: io.stdout,
      ignoreReturnCode: true,
      listeners: {
        stdout: (data) => output.stdout.push(data),
        stderr: (data) => output.stderr.push(data),
      },
    });
    const [stdout = '', stderr = ''] = [output.stdout, output.stderr].map((chunks) =>
      Buffer.concat(chunks).toString('utf8'),
    );
    return { code, stdout, stderr };
  });
}

/** What a program needs to run at all, and git to fetch modules; no token that GitHub or the workflow put into the job. */
export function childEnvironment(env: ActionIo['env']): Record<string, string> {
  const names = [
    ...['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'SystemRoot', 'NO_COLOR'],
    ...['XDG_CACHE_HOME', 'WINDTUNNEL_CACHE', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND', 'GIT_CONFIG_GLOBAL'],
    ...['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'],
  ];
  const kept = names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  return { FORCE_COLOR: '1', ...Object.fromEntries(kept) };
}
