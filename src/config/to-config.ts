import path from 'node:path';
import { didYouMean } from '../model/did-you-mean.ts';
import { minorVersion } from '../model/minor-version.ts';
import type { Origin } from '../model/origin.ts';
import type { YamlDocument, YamlPath } from '../yaml/document.ts';
import { placeAt } from '../yaml/follow-path.ts';
import { nodeAt } from '../yaml/lookup.ts';
import {
  type Config,
  defaultConfig,
  type MachineSettings,
  type MachineTarget,
  type Suppression,
  type TerraformSettings,
} from './config.ts';
import type { RawConfig, RawMachine, RawSuppression, RawTarget, RawTerraform } from './raw-config.ts';
import { offsetOfValue, type ValueError } from './yaml-value.ts';

interface Context {
  readonly file: string;
  readonly folder: string;
  readonly document: YamlDocument;
  readonly knownChecks: ReadonlySet<string>;
  readonly exists: (path: string) => boolean;
  readonly errors: ValueError[];
}

/** Fills in defaults, makes paths relative to the workspace, and finds what no schema can say is wrong. */
export function toConfig(
  file: string,
  document: YamlDocument,
  raw: RawConfig,
  knownChecks: ReadonlySet<string>,
  exists: (path: string) => boolean,
): { readonly config: Config; readonly errors: readonly ValueError[] } {
  const folder = path.posix.dirname(file) === '.' ? '' : path.posix.dirname(file);
  const context: Context = { file, folder, document, knownChecks, exists, errors: [] };
  const target = toTarget(raw);
  const machines = (raw.machines ?? []).map((machine, index) => toMachine(context, machine, index, target));
  findEqualNames(context, machines);
  const config: Config = {
    file,
    folder,
    files: raw.files,
    ignore: raw.ignore ?? defaultConfig.ignore,
    filesDir: optionalPath(context, raw['files-dir'], ['files-dir']),
    strict: raw.strict ?? defaultConfig.strict,
    target,
    requireSchemas: raw['require-schemas'] ?? defaultConfig.requireSchemas,
    machines,
    terraform: toTerraform(raw.terraform),
    failOn: raw['fail-on'] ?? defaultConfig.failOn,
    suppressions: (raw.suppressions ?? []).map((suppression, index) =>
      toSuppression(context, suppression, index),
    ),
    // It need not exist: `--write-baseline` may be about to write it.
    baseline:
      raw.baseline === undefined
        ? undefined
        : workspacePath({ ...context, exists: () => true }, raw.baseline, ['baseline']),
    limits: { timeoutSeconds: raw.limits?.['timeout-seconds'], workers: raw.limits?.workers },
  };
  return { config, errors: context.errors };
}

function toTarget(raw: RawTarget): MachineTarget {
  return {
    ...(raw.platform !== undefined && { platform: raw.platform }),
    ...(raw.os !== undefined && { os: raw.os }),
    ...(raw['os-version'] !== undefined && { osVersion: raw['os-version'] }),
    ...(raw.kubernetes !== undefined && {
      kubernetes: minorVersion(raw.kubernetes),
      kubernetesFrom: 'windtunnel.yaml',
    }),
  };
}

function toMachine(
  context: Context,
  raw: RawMachine,
  index: number,
  defaults: MachineTarget,
): MachineSettings {
  const at = ['machines', index];
  return {
    name: raw.name,
    config: workspacePath(context, raw.config, [...at, 'config']),
    snippets: (raw.snippets ?? []).map((snippet, each) =>
      workspacePath(context, snippet, [...at, 'snippets', each]),
    ),
    role: raw.role,
    pool: raw.pool,
    target: { ...defaults, ...toTarget(raw) },
    delivery: raw.delivery ?? 'user-data',
    filesDir: optionalPath(context, raw['files-dir'], [...at, 'files-dir']),
    origin: originOf(context, at),
  };
}

function toTerraform(raw: RawTerraform = {}): TerraformSettings {
  const { terraform } = defaultConfig;
  return {
    modules: raw.modules,
    ignore: raw.ignore ?? terraform.ignore,
    variables: raw.variables ?? terraform.variables,
    axes: raw.axes ?? terraform.axes,
    maxEntries: raw['max-entries'] ?? terraform.maxEntries,
  };
}

function toSuppression(context: Context, raw: RawSuppression, index: number): Suppression {
  const at = ['suppressions', index];
  if (!context.knownChecks.has(raw.check)) {
    const meant = didYouMean(raw.check, context.knownChecks);
    const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
    complain(context, [...at, 'check'], `there is no check \`${raw.check}\`${hint}`);
  }
  if (raw.until !== undefined && !isDate(raw.until)) {
    complain(context, [...at, 'until'], `there is no day ${raw.until}`);
  }
  const { paths, entries, until, check, reason } = raw;
  const origin = originOf(context, at);
  return { check, paths, entries, reason, until, origin, untilOrigin: originOf(context, [...at, 'until']) };
}

function findEqualNames(context: Context, machines: readonly MachineSettings[]): void {
  const seen = new Set<string>();
  machines.forEach(({ name }, index) => {
    if (seen.has(name)) {
      complain(context, ['machines', index, 'name'], `another machine has the name \`${name}\` already`);
    }
    seen.add(name);
  });
}

function optionalPath(context: Context, written: string | undefined, at: YamlPath): string | undefined {
  return written === undefined ? undefined : workspacePath(context, written, at);
}

/** A path of the file, from the workspace's root; it must lead to something inside the workspace. */
function workspacePath(context: Context, written: string, at: YamlPath): string {
  const joined = path.posix.normalize(path.posix.join(context.folder, written));
  const clean = joined === '.' ? '' : joined.replace(/\/$/, '');
  if (path.posix.isAbsolute(written)) complain(context, at, `\`${written}\` must be relative to this file`);
  else if (clean === '..' || clean.startsWith('../')) {
    complain(context, at, `\`${written}\` leads out of the workspace`);
  } else if (!context.exists(clean)) complain(context, at, `\`${written}\` does not exist`);
  return clean;
}

/** The value at a path is wrong, not its key. */
function complain(context: Context, at: YamlPath, message: string): void {
  const offset = offsetOfValue(nodeAt(context.document.roots[0], at));
  context.errors.push({ message, offset });
}

function originOf(context: Context, at: YamlPath): Origin {
  return { file: context.file, ...placeAt(context.document, at) };
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
