import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { type Config, defaultConfig, type TerraformSettings } from '../../../src/config/config.ts';
import { formatOrigin } from '../../../src/model/origin.ts';
import {
  discoverTerraform,
  type TerraformDiscovery,
  type TerraformEntry,
} from '../../../src/sources/terraform/source.ts';
import { open, tempFolder } from '../temp-workspace.ts';
import { gitEnvironment } from './git-fixture.ts';
import { openLoader } from './load-module.ts';

interface DiscoverOptions {
  readonly terraform?: Partial<TerraformSettings>;
  readonly config?: Partial<Config>;
  readonly env?: Readonly<Record<string, string>>;
  /** Paths of the command line. */
  readonly named?: readonly string[];
}

/** Discovers in a folder with these files; one whose text begins with `-> ` is a link. */
export async function discover(
  files: Readonly<Record<string, string>>,
  { terraform, config, env = gitEnvironment(), named = [] }: DiscoverOptions = {},
): Promise<TerraformDiscovery> {
  const isLink = ([, text]: readonly [string, string]): boolean => text.startsWith('-> ');
  const folder = tempFolder(Object.fromEntries(Object.entries(files).filter((each) => !isLink(each))));
  for (const [link, text] of Object.entries(files).filter(isLink))
    symlinkSync(text.slice(3), path.join(folder, link));
  const workspace = open(folder, ...named);
  const settings = { ...defaultConfig, ...config, terraform: { ...defaultConfig.terraform, ...terraform } };
  return discoverTerraform(workspace, settings, await openLoader(workspace.root, env), env);
}

export function names({ entries }: TerraformDiscovery): string[] {
  return entries.map(({ entry }) => entry.name);
}

/** Every value that an entry gives by itself, later ones over earlier ones. */
export function valuesOf(found: TerraformEntry | undefined): Record<string, unknown> {
  const values = found?.params.variables.flatMap((each) => (each.kind === 'values' ? [each.values] : []));
  return Object.assign({}, ...(values ?? []));
}

/** `check file:line:column message`, each once. */
export function problemLines({ problems }: TerraformDiscovery): string[] {
  return [
    ...new Set(problems.map(({ check, origin, message }) => `${check} ${formatOrigin(origin)} ${message}`)),
  ];
}

/** `key folder path` of each module in an entry's tree. */
export function moduleLines(found: TerraformEntry | undefined): string[] {
  return (found?.params.modules ?? []).map(({ key, folder, path }) => `${key || '-'} ${folder} ${path}`);
}

/** A machine, so that a module is worth rendering. */
export const machine = 'resource "aws_instance" "node" {\n  user_data = "x"\n}\n';
