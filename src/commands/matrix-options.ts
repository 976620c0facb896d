import { type Narrowing, onlyKeys, parseOnly } from './only.ts';
import { parseArguments } from './parse-arguments.ts';

export interface MatrixOptions {
  readonly paths: readonly string[];
  readonly configFile?: string;
  readonly json: boolean;
  readonly only: Narrowing;
}

export const matrixHelp = `Usage: windtunnel matrix [PATH ...] [OPTIONS]

Lists the entries that \`windtunnel check\` renders from Terraform modules: one for each combination of what their
variables allow. Modules that are called from other repositories are fetched by git.

Options:
  --json              one line for the \`matrix:\` of a GitHub Actions job, {"include": [{"entry": ...}]}
  --only KEY=VALUE    entries with this ${onlyKeys.slice(0, -1).join(', ')} or ${onlyKeys.at(-1)}; a name may hold * and ?.
                      May be given several times: of one key any, of different keys all
  --config FILE       settings; default: the nearest windtunnel.yaml from PATH upwards

Exit codes: 0 listed, 2 used wrongly, 3 something could not be read.
`;

/** Reads the arguments of \`matrix\`; throws a UsageError that says what to write instead. */
export function parseMatrixOptions(args: readonly string[]): MatrixOptions {
  const { values, positionals } = parseArguments(args, {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    config: { type: 'string' },
  });
  return {
    paths: positionals,
    json: values.json,
    only: parseOnly(values.only ?? []),
    ...(values.config !== undefined && { configFile: values.config }),
  };
}
