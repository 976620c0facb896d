import { execFile } from 'node:child_process';
import { type CliResult, cliFile } from '../../support/run-cli.ts';

/** The parts of the JSON report (`schemas/report-v1.schema.json`) that tests of Terraform modules look at. */
export interface ModulesReport {
  readonly result: string;
  readonly findings: readonly {
    readonly check: string;
    readonly severity: string;
    readonly message: string;
    readonly fix?: string;
    readonly origin: {
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly endLine?: number;
      readonly endColumn?: number;
    };
    readonly entries: readonly string[];
  }[];
  readonly gaps: readonly {
    readonly kind: string;
    readonly what: string;
    readonly why: string;
    readonly entries: readonly string[];
  }[];
  readonly results: readonly {
    readonly stage: string;
    readonly entry: string;
    readonly subject: string;
    readonly status: string;
    readonly reason?: string;
  }[];
  readonly leftOut: readonly { readonly file: string; readonly status: string; readonly reason: string }[];
  readonly entries: readonly { readonly name: string }[];
}

export interface CheckedModules extends CliResult {
  readonly report: ModulesReport;
}

/** Runs `check` in a folder of modules and reads its JSON report; throws when there is none. */
export async function checkModules(
  cwd: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<CheckedModules> {
  const result = await runGuarded(['check', '--format', 'json', '--quiet', ...args], cwd, env);
  try {
    // Our own report; a test of its own validates it against the schema.
    return { ...result, report: JSON.parse(result.stdout) as ModulesReport };
  } catch {
    throw new Error(`no report, exit code ${result.code}:\n${result.stdout.slice(0, 2000)}${result.stderr}`);
  }
}

const longestRun = 240_000;
const maxBuffer = 64 * 1024 * 1024;

/** Runs the bundle as a user does; a run without an end is ended, and its code is null. */
export function runGuarded(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const options = {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    timeout: longestRun,
    killSignal: 'SIGKILL',
    maxBuffer,
  } as const;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cliFile, ...args], options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

/** `check file:line:column-endLine:endColumn`, without an end where it has none. */
export function placeOf({ check, origin }: ModulesReport['findings'][number]): string {
  const { file, line, column, endLine, endColumn } = origin;
  const end = endLine === undefined ? '' : `-${endLine}:${endColumn}`;
  return `${check} ${file}:${line}:${column}${end}`;
}
