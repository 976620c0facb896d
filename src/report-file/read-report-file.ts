import type { FailOn } from '../model/exit-code.ts';
import type { Report } from '../model/report.ts';
import { clip } from '../report/wording.ts';
import { limits } from './limits.ts';
import type { RawReport } from './raw-report.ts';
import { reportProblems } from './report-problems.ts';
import { schemaError } from './schema-validator.generated.ts';
import { toReport } from './to-report.ts';
import { valueProblem } from './value-problem.ts';

/** A report file, or why nothing is taken from it, in sentences that hold untrusted text. */
export type ReadReport =
  | {
      readonly kind: 'report';
      readonly report: Report;
      /** What the run that made it was told. */
      readonly failOn: FailOn;
    }
  | { readonly kind: 'unusable'; readonly problems: readonly string[] };

const formatVersion = 1;
const longestProblem = 200;

/**
 * Reads what `--format json` wrote. It may be a stranger's: it is held against the schema and against itself, no file
 * that it names is opened, and it is taken as a whole or not at all. Why and how to mend a check is not read: that is
 * told by the program that prints the report.
 *
 * @param text of `schemas/report-v1.schema.json`, 64 MiB at most
 */
export function readReportFile(text: string): ReadReport {
  if (text.length > limits.size) return unusable([tooLarge]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unusable(['it is not JSON, or only the beginning of it']);
  }
  const version = versionOf(value);
  if (version === undefined) return unusable(['it is no report of windtunnel']);
  if (version !== formatVersion) {
    return unusable([
      `it is of version ${String(version)} of the format, and only version ${formatVersion} is read`,
    ]);
  }
  const error = schemaError(value);
  if (!isRawReport(value, error)) {
    const { instancePath = '', keyword = '', params = {} } = error ?? {};
    return unusable([`it does not fit the schema: ${instancePath || 'the file'} ${said(keyword, params)}`]);
  }
  const tooBig = valueProblem(value);
  if (tooBig !== undefined) return unusable([tooBig]);
  const unknown = new Set<string>();
  const report = toReport(value, (problem) => unknown.add(problem));
  const problems = [...unknown].slice(0, limits.problems);
  for (const problem of reportProblems(report, value)) {
    if (problems.length >= limits.problems) break;
    problems.push(problem);
  }
  return problems.length > 0 ? unusable(problems) : { kind: 'report', report, failOn: value.failOn };
}

export const tooLarge = `it is larger than ${limits.size / 1024 / 1024} MiB`;

function unusable(problems: readonly string[]): ReadReport {
  return { kind: 'unusable', problems: problems.map((problem) => clip(problem, longestProblem)) };
}

function versionOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'schema')) return undefined;
  return 'schema' in value && typeof value.schema === 'number' ? value.schema : undefined;
}

/** The schema allows what {@link RawReport} describes, and nothing else. */
function isRawReport(_value: unknown, error: ReturnType<typeof schemaError>): _value is RawReport {
  return error === undefined;
}

function said(keyword: string, params: Readonly<Record<string, unknown>>): string {
  if (keyword === 'additionalProperties')
    return `has the unknown key ${String(params['additionalProperty'])}`;
  if (keyword === 'required') return `lacks ${String(params['missingProperty'])}`;
  if (keyword === 'type') return `is not of type ${String(params['type'])}`;
  return `fails \`${keyword}\``;
}
