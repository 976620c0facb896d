import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The parts of a JSON report (`schemas/report-v1.schema.json`) that tests look at. */
export interface JsonReport {
  readonly exitCode: number;
  readonly findings: readonly ReportedFinding[];
  readonly results: readonly { readonly entry: string; readonly stage: string; readonly status: string }[];
  readonly leftOut: readonly { readonly file: string; readonly reason: string }[];
}

export interface ReportedFinding {
  readonly check: string;
  readonly severity: string;
  readonly message: string;
  readonly origin: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine?: number;
    readonly endColumn?: number;
  };
}

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs `windtunnel check` of the bundle in a folder, as its user would, and gives the JSON report and exit status. */
export async function runCheck(folder: string): Promise<{ report: JsonReport; status: number }> {
  const output = mkdtempSync(path.join(tmpdir(), 'windtunnel-'));
  const file = path.join(output, 'report.json');
  try {
    const status = await run([cli, 'check', `--format=json=${file}`], folder);
    // Written by the program just now; the report's own test holds it to its schema.
    return { report: JSON.parse(readFileSync(file, 'utf8')) as JsonReport, status };
  } finally {
    rmSync(output, { recursive: true });
  }
}

function run(args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd }, () => resolve(child.exitCode ?? -1));
  });
}
