import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import path from 'node:path';
import { errorCode, reasonOfError } from '../workspace/file-errors.ts';

export type GitAnswer =
  | { readonly ok: true; readonly stdout: string; readonly code: number }
  /** The reason is one line, and holds no credentials. */
  | { readonly ok: false; readonly reason: string; readonly isOverflow?: boolean };

interface GitOptions {
  /** Absolute; git finds no repository above it, unless `findsAbove`. */
  readonly cwd: string;
  readonly findsAbove?: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  /** Takes what git prints, as it comes; `stdout` of the answer is empty then. */
  readonly onOutput?: (bytes: Buffer) => void;
  /** The highest exit code that is no failure, if not 0: 1 says of some commands that there are differences. */
  readonly highestCode?: number;
}

const longestOutput = 32 * 1024 * 1024;

// Nothing that a repository holds is run. The transport is that of the URL as the user's own insteadOf leaves it:
// what sources may ask for is decided before, in git-address.ts.
const settings = Object.entries({
  'core.hooksPath': devNull,
  'core.fsmonitor': 'false',
  'core.autocrlf': 'false',
  'protocol.ext.allow': 'never',
  'submodule.recurse': 'false',
  'diff.autoRefreshIndex': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

// Set where windtunnel runs in a git hook: they would lead git to the user's own repository.
// https://git-scm.com/docs/git-rev-parse#Documentation/git-rev-parse.txt---local-env-vars
const ownRepository = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_EXTERNAL_DIFF',
];

/**
 * Runs git with the user's configuration: insteadOf, credential helpers and ssh work as they do for the user. It asks
 * nobody for anything: it has no terminal. Not by `@actions/exec`, which cannot end a process that takes too long.
 */
export function runGit(args: readonly string[], options: GitOptions): Promise<GitAnswer> {
  const { cwd, timeout, highestCode = 0 } = options;
  return new Promise((resolve) => {
    const child = spawn('git', [...settings, ...args], {
      cwd,
      env: environmentOf(options),
      // A group of its own, without a terminal: what git starts ends with it.
      detached: true,
      windowsHide: true,
      stdio: 'pipe',
    });
    let early: GitAnswer | undefined;
    const end = (answer: GitAnswer): void => {
      early ??= answer;
      endGroup(child);
    };
    const timer = setTimeout(() => end(failed(`git took longer than ${timeout / 1000} s`)), timeout);
    const output = collectOutput(child, options, end);
    // Git that has ended reads no more: its exit code says why.
    child.stdin.on('error', () => {}).end(options.input ?? '');
    child.on('error', (error) => end(failed(startingReason(errorCode(error)))));
    child.on('close', (code) => {
      clearTimeout(timer);
      const isDone = code !== null && code <= highestCode;
      resolve(
        early ?? (isDone ? { ok: true, stdout: output.stdout, code } : failed(reasonIn(output.stderr))),
      );
    });
  });
}

/** What a git prints on both streams, in an object that grows. */
function collectOutput(
  child: ChildProcessWithoutNullStreams,
  { onOutput }: GitOptions,
  end: (answer: GitAnswer) => void,
): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    if (name === 'stdout' && onOutput) {
      child.stdout.on('data', onOutput);
      continue;
    }
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      if (output[name].length > longestOutput) end({ ...failed('git says too much'), isOverflow: true });
    });
  }
  return output;
}

function environmentOf({ env, cwd, findsAbove }: GitOptions): Record<string, string | undefined> {
  const environment: Record<string, string | undefined> = {
    ...env,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GCM_INTERACTIVE: 'never',
    SSH_ASKPASS_REQUIRE: 'never',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'https:ssh:file',
    // Who only asks leaves the index as it is.
    GIT_OPTIONAL_LOCKS: '0',
    ...(findsAbove !== true && { GIT_CEILING_DIRECTORIES: path.dirname(cwd) }),
  };
  for (const name of ownRepository) delete environment[name];
  return environment;
}

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGTERM');
    else child.kill();
  } catch (error) {
    // It has ended meanwhile.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

function startingReason(code: string): string {
  return code === 'ENOENT' ? 'there is no git on this machine' : `git does not start: ${reasonOfError(code)}`;
}

function failed(reason: string): Extract<GitAnswer, { ok: false }> {
  return { ok: false, reason };
}

/** The line of git's messages that says most, without credentials and control characters. */
function reasonIn(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const fatal = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? 'git failed';
  if (/could not read (?:Username|Password)|terminal prompts disabled/.test(fatal)) {
    return 'it asks for credentials, and git has none';
  }
  return withoutCredentials(fatal.replace(/^(?:fatal|error): (?:remote error: )?/, '')).slice(0, 300);
}

/** Takes out what may be secret in URLs: user, password and query. */
function withoutCredentials(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/:\/\/[^/\s]*@/g, '://')
    .replace(/\?[^\s'"]*/g, '');
}
