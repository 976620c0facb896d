import { type CliResult, runCli } from './run-cli.ts';

/** The parts of the JSON report that tests look at: schemas/report-v1.schema.json has the whole of it. */
export interface ReportJson {
  readonly result: string;
  readonly exitCode: number;
  readonly findings: readonly {
    readonly check: string;
    readonly severity: string;
    readonly message: string;
    readonly origin: {
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly endColumn?: number;
    };
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
}

/** Runs `check` in a folder and reads its JSON report. */
export async function checkFolder(
  cwd: string,
  ...args: string[]
): Promise<CliResult & { readonly report: ReportJson }> {
  const result = await runCli(['check', '--format', 'json', '--quiet', ...args], { cwd });
  try {
    // Our own report; a test of its own validates it against the schema.
    return { ...result, report: JSON.parse(result.stdout) as ReportJson };
  } catch {
    throw new Error(`no report, exit code ${result.code}:\n${result.stdout}${result.stderr}`);
  }
}

/** `check file:line:column` of every finding, in the order of the report. */
export function findingPlaces(report: ReportJson): string[] {
  return report.findings.map(
    ({ check, origin }) => `${check} ${origin.file}:${origin.line}:${origin.column}`,
  );
}
