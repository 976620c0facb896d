import { type Narrowing, onlyKeys, parseOnly } from './only.ts';
import { parseArguments, positiveNumber } from './parse-arguments.ts';
import { mostShards } from './shards.ts';
import { UsageError } from './usage-error.ts';

export interface MatrixOptions {
  readonly paths: readonly string[];
  readonly configFile?: string;
  readonly json: boolean;
  /** Into how many parts the entries are packed; undefined lists them one by one. */
  readonly shards?: number;
  readonly only: Narrowing;
}

export const matrixHelp = `Usage: windtunnel matrix [PATH ...] [OPTIONS]

Lists the entries that \`windtunnel check\` renders from Terraform modules: one for each combination of what their
variables allow. Modules that are called from other repositories are fetched by git.

Options:
  --json              one line for the \`matrix:\` of a GitHub Actions job, {"include": [{"entry": ...}]}
  --shards N          with --json: one job for each of N parts at most, {"include": [{"shard": "1/N", "entries":
                      [...]}]}, to be checked with \`windtunnel check --shard\`; files are among them
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
    shards: { type: 'string' },
    config: { type: 'string' },
  });
  return {
    paths: positionals,
    json: values.json,
    only: parseOnly(values.only ?? []),
    ...(values.shards !== undefined && { shards: numberOfShards(values.shards, values.json) }),
    ...(values.config !== undefined && { configFile: values.config }),
  };
}

function numberOfShards(text: string, json: boolean): number {
  if (!json) throw new UsageError('--shards: the parts are printed with --json');
  const number = positiveNumber('--shards', text);
  if (number <= mostShards) return number;
  throw new UsageError(
    `--shards: ${text} is more than ${mostShards}, the most that GitHub takes as a matrix`,
  );
}
