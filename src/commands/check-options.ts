import type { MachineTarget } from '../config/config.ts';
import type { FailOn } from '../model/exit-code.ts';
import { kubernetesVersionPattern, minorVersion } from '../model/minor-version.ts';
import { operatingSystems, platforms } from '../model/rendered-cluster.ts';
import { reporters } from '../report/index.ts';
import { type Narrowing, parseOnly } from './only.ts';
import { oneOf, parseArguments, positiveNumber } from './parse-arguments.ts';
import { parseShard, type ShardChoice } from './shards.ts';
import { UsageError } from './usage-error.ts';
import type { Output } from './write-report.ts';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly configFile?: string;
  readonly target: MachineTarget;
  readonly only: Narrowing;
  readonly shard?: ShardChoice;
  readonly outputs: readonly Output[];
  readonly failOn?: FailOn;
  /** A commit as git names it, which the change starts from. */
  readonly base?: string;
  /** Whether the report holds what is rendered. */
  readonly withRendered: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly workers?: number;
  readonly timeoutSeconds?: number;
  readonly quiet: boolean;
}

export const checkHelp = `Usage: windtunnel check [PATH ...] [OPTIONS]

Finds Butane, Container Linux Config and Ignition files and Kubernetes manifests below each PATH (default: the
current folder) by what they contain, or takes those that windtunnel.yaml names, renders the Terraform modules that
are there, and tries all of them out.

Options:
  --format FORMAT[=FILE]   ${reporters.map((reporter) => reporter.format).join(', ')} (default: terminal);
                           may be given several times
  --fail-on SEVERITY       exit with 1 from this severity on: error (default), warning, note, never
  --config FILE            settings; default: the nearest windtunnel.yaml from PATH upwards
  --platform NAME          ${platforms.join(', ')}
  --os NAME                ${operatingSystems.join(', ')}
  --os-version VERSION     release of the operating system, 42.20250803.3.0 or 4230.2.1 for instance
  --kubernetes VERSION     version of the API server and the kubelet, 1.36 for instance (default: that of the
                           images, or the newest known)
  --only KEY=VALUE         of the Terraform modules only these entries, networking=cilium for instance (see
                           windtunnel matrix); may be given several times
  --shard K/N              only the K-th of N parts of the entries, into --format json=FILE; \`windtunnel report\` joins
                           the parts and gives the verdict; this exits with 0
  --base COMMIT            check what this commit has as well: findings are then new or old, and the report says what
                           changes for machines and API servers
  --rendered               put what every machine and API server receives into the report
  --baseline FILE          leave out the findings that this file holds
  --write-baseline FILE    write all findings of this run into such a file, and exit with 0
  --workers N              threads (default: one a core, 4 at most)
  --timeout SECONDS        longest time for one machine (default: 8); for rendering an entry three times that
  --quiet                  no progress and no time on the standard error

Exit codes: 0 clean, 1 findings, 2 used wrongly, 3 something could not be checked.
`;

/** Reads the arguments of \`check\`; throws a UsageError that says what to write instead. */
export function parseCheckOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = parseArguments(args, {
    format: { type: 'string', multiple: true },
    'fail-on': { type: 'string' },
    config: { type: 'string' },
    platform: { type: 'string' },
    os: { type: 'string' },
    'os-version': { type: 'string' },
    kubernetes: { type: 'string' },
    base: { type: 'string' },
    rendered: { type: 'boolean', default: false },
    baseline: { type: 'string' },
    'write-baseline': { type: 'string' },
    workers: { type: 'string' },
    timeout: { type: 'string' },
    only: { type: 'string', multiple: true },
    shard: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  });
  const failOn = values['fail-on'];
  return {
    paths: positionals,
    outputs: (values.format ?? [values.shard === undefined ? 'terminal' : 'json']).map(parseFormat),
    target: {
      ...(values.platform !== undefined && { platform: oneOf('--platform', values.platform, platforms) }),
      ...(values.os !== undefined && { os: oneOf('--os', values.os, operatingSystems) }),
      ...(values['os-version'] !== undefined && { osVersion: values['os-version'] }),
      ...(values.kubernetes !== undefined && {
        kubernetes: kubernetesVersion(values.kubernetes),
        kubernetesFrom: '--kubernetes',
      }),
    },
    only: parseOnly(values.only ?? []),
    ...(values.shard !== undefined && { shard: shardOf(values.shard, values) }),
    quiet: values.quiet,
    withRendered: values.rendered,
    ...(values.base !== undefined && { base: values.base }),
    ...(failOn !== undefined && {
      failOn: oneOf('--fail-on', failOn, ['error', 'warning', 'note', 'never']),
    }),
    ...(values.config !== undefined && { configFile: values.config }),
    ...(values.baseline !== undefined && { baseline: values.baseline }),
    ...(values['write-baseline'] !== undefined && { writeBaseline: values['write-baseline'] }),
    ...(values.workers !== undefined && { workers: positiveNumber('--workers', values.workers) }),
    ...(values.timeout !== undefined && { timeoutSeconds: positiveNumber('--timeout', values.timeout) }),
  };
}

function kubernetesVersion(text: string): string {
  if (kubernetesVersionPattern.test(text)) return minorVersion(text);
  throw new UsageError(`--kubernetes ${text}: not a version of Kubernetes, such as 1.36`);
}

/** Findings of a part are not suppressed yet: nothing that people take for a verdict is made of them. */
function shardOf(
  text: string,
  others: { readonly format?: readonly string[]; readonly 'write-baseline'?: string },
): ShardChoice {
  const format = others.format?.find((each) => !/^json(=|$)/.test(each));
  if (format !== undefined)
    throw new UsageError(
      `--shard: a part has no verdict, so there is no --format ${format}; write it with --format json=FILE, and join the parts with \`windtunnel report\``,
    );
  if (others['write-baseline'] !== undefined)
    throw new UsageError('--shard: a baseline is written of a whole run, without --shard');
  return parseShard(text);
}

/** Reads `FORMAT[=FILE]`. */
export function parseFormat(text: string): Output {
  const [, name = text, file] = /^([^=]*)=(.+)$/s.exec(text) ?? [];
  const format = oneOf(
    '--format',
    name,
    reporters.map((reporter) => reporter.format),
  );
  const reporter = reporters.find((each) => each.format === format);
  if (!reporter) throw new Error(`no reporter ${format}`);
  return { reporter, file };
}
