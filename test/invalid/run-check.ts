import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The parts of a JSON report (`schemas/report-v1.schema.json`) that these tests look at. */
export interface JsonReport {
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
const maxBuffer = 64 * 1024 * 1024;

/** Runs `windtunnel check` of the bundle in a folder, as its user would. */
export function runCheck(folder: string): Promise<JsonReport> {
  const args = [cli, 'check', '--quiet', '--format=json'];
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, args, { cwd: folder, maxBuffer }, (_error, stdout, stderr) => {
      const status = child.exitCode;
      if (status === 0 || status === 1) resolve(readReport(stdout));
      else reject(new Error(`windtunnel check ended with ${status}: ${stderr}${stdout.slice(0, 2000)}`));
    });
  });
}

function readReport(text: string): JsonReport {
  // The reporter's own test holds it to its schema.
  return JSON.parse(text) as JsonReport;
}
