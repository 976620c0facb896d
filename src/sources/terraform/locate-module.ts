import { readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { RealPaths } from '../workspace/real-paths.ts';
import type { Workspace } from '../workspace.ts';
import { inWorkspaceMount, modulesMount, pathBelow, workspaceMount } from './fetched-modules.ts';
import type { GitModules } from './git-modules.ts';
import type { InstalledModules } from './installed-modules.ts';
import { parseModuleAddress } from './module-address.ts';

/** A module call, and the module that it stands in. */
interface CalledFrom {
  readonly source: string;
  /** Keys of the calls that lead to the called module, joined by dots. */
  readonly key: string;
  /** Of the calling module: where its files are, and what `path.module` says. */
  readonly folder: string;
  readonly path: string;
}

export interface Surroundings {
  readonly workspace: Workspace;
  readonly git: GitModules;
  readonly installed: InstalledModules;
}

export type LocatedModule =
  | {
      readonly kind: 'found';
      readonly folder: string;
      readonly path: string;
      /** `/modules/<key>` and its label, where it was fetched. */
      readonly mounted?: readonly [string, string];
      readonly doubt?: string;
    }
  /**
   * `wrong`: the source is at fault. `unavailable`: it could not be asked for. `needs-init`: only `terraform init` can
   * get it.
   */
  | { readonly kind: 'wrong' | 'unavailable' | 'needs-init'; readonly reason: string };

/** Finds the folder of a called module; fetches it where it takes that. The reasons continue `module "x" …`. */
export async function locateModule(call: CalledFrom, surroundings: Surroundings): Promise<LocatedModule> {
  const address = parseModuleAddress(call.source);
  if (address.kind === 'refused') return { kind: 'wrong', reason: `has a source that ${address.reason}` };
  if (address.kind === 'local') return locateBeside(call, address.path, surroundings);
  const installed = surroundings.installed.get(call.key);
  if (installed?.source === address.canonical) {
    const folder = inWorkspaceMount(installed.folder);
    if (hasFiles(folder, surroundings)) return { kind: 'found', folder, path: installed.path };
  }
  if (address.kind === 'needs-init') return { kind: 'needs-init', reason: `is ${address.what}` };
  const fetched = await surroundings.git.get(address);
  if (fetched.kind !== 'fetched') {
    return { kind: fetched.kind, reason: `cannot be fetched from ${address.label}: ${fetched.reason}` };
  }
  const top = `${modulesMount}/${fetched.key}`;
  const folder = path.posix.join(top, address.folder);
  if (!hasFiles(folder, surroundings)) {
    const where = address.folder === '' ? '' : `/${address.folder}`;
    return { kind: 'wrong', reason: `has no Terraform files in ${fetched.label}${where}` };
  }
  return {
    kind: 'found',
    folder,
    path: path.posix.join(`.terraform/modules/${call.key}`, address.folder),
    mounted: [top, fetched.label],
    ...(fetched.doubt !== undefined && { doubt: fetched.doubt }),
  };
}

function locateBeside(call: CalledFrom, source: string, surroundings: Surroundings): LocatedModule {
  const folder = path.posix.join(call.folder, source).replace(/\/+$/, '');
  if (topOf(folder) === undefined || topOf(folder) !== topOf(call.folder)) {
    const whole = topOf(call.folder) === workspaceMount ? 'the folder that is checked' : 'its repository';
    return { kind: 'wrong', reason: `has the source ${source}, outside of ${whole}` };
  }
  if (hasFiles(folder, surroundings)) {
    return { kind: 'found', folder, path: path.posix.join(call.path, source).replace(/\/+$/, '') };
  }
  return { kind: 'wrong', reason: `has the source ${source}, where no Terraform files are` };
}

/** The workspace or fetched repository that a virtual folder lies in. */
function topOf(folder: string): string | undefined {
  if (pathBelow(workspaceMount, folder) !== undefined) return workspaceMount;
  const [key] = (pathBelow(modulesMount, folder) ?? '').split('/');
  return key ? `${modulesMount}/${key}` : undefined;
}

function hasFiles(folder: string, surroundings: Surroundings): boolean {
  const real = realFolder(folder, surroundings);
  if (real === undefined) return false;
  try {
    return readdirSync(real).some(isTerraformFile);
  } catch {
    return false;
  }
}

/** Absolute path of a virtual folder, when it exists and no link leads out of its workspace or repository. */
export function realFolder(
  folder: string,
  { workspace, git }: Pick<Surroundings, 'workspace' | 'git'>,
): string | undefined {
  const inWorkspace = pathBelow(workspaceMount, folder);
  const [key = '', ...below] = (pathBelow(modulesMount, folder) ?? '').split('/');
  const root = inWorkspace === undefined ? path.join(git.cache.folder, key) : workspace.root;
  try {
    const resolved = new RealPaths(realpathSync.native(root)).resolve(inWorkspace ?? below.join('/'));
    return resolved.kind === 'inside' ? resolved.path : undefined;
  } catch {
    return undefined;
  }
}

/** `main.tf`, `main.tf.json`; not what editors leave (https://developer.hashicorp.com/terraform/language/files). */
export function isTerraformFile(name: string): boolean {
  return /\.tf(?:\.json)?$/.test(name) && !/^[.#]/.test(name);
}
