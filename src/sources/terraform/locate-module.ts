import path from 'node:path';
import { inWorkspaceMount, modulesMount, pathBelow, workspaceMount } from './fetched-modules.ts';
import type { InstalledModules } from './installed-modules.ts';
import { parseModuleAddress } from './module-address.ts';
import { hasOnlyTofuFiles, hasTerraformFiles, type ModuleFolders } from './module-folder.ts';

/** A module call, and the module that it stands in. */
interface CalledFrom {
  readonly source: string;
  /** Keys of the calls that lead to the called module, joined by dots. */
  readonly key: string;
  /** Of the calling module: where its files are, and what `path.module` says. */
  readonly folder: string;
  readonly path: string;
}

export interface Surroundings extends ModuleFolders {
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
   * get it. `unread`: its files are of a language that is not read.
   */
  | { readonly kind: 'wrong' | 'unavailable' | 'needs-init' | 'unread'; readonly reason: string };

/** Finds the folder of a called module; fetches it where it takes that. The reasons continue `module "x" …`. */
export async function locateModule(call: CalledFrom, surroundings: Surroundings): Promise<LocatedModule> {
  const address = parseModuleAddress(call.source);
  if (address.kind === 'refused') return { kind: 'wrong', reason: `has a source that ${address.reason}` };
  if (address.kind === 'local') return locateBeside(call, address.path, surroundings);
  const installed = surroundings.installed.get(call.key);
  if (installed?.source === address.canonical) {
    const folder = inWorkspaceMount(installed.folder);
    if (hasTerraformFiles(folder, surroundings)) return { kind: 'found', folder, path: installed.path };
  }
  if (address.kind === 'needs-init') return { kind: 'needs-init', reason: `is ${address.what}` };
  const fetched = await surroundings.git.get(address);
  if (fetched.kind !== 'fetched') {
    return { kind: fetched.kind, reason: `cannot be fetched from ${address.label}: ${fetched.reason}` };
  }
  const top = `${modulesMount}/${fetched.key}`;
  const folder = path.posix.join(top, address.folder);
  if (!hasTerraformFiles(folder, surroundings)) {
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
  if (hasTerraformFiles(folder, surroundings)) {
    return { kind: 'found', folder, path: path.posix.join(call.path, source).replace(/\/+$/, '') };
  }
  if (hasOnlyTofuFiles(folder, surroundings)) {
    return { kind: 'unread', reason: `has the source ${source}, where only OpenTofu files are (.tofu)` };
  }
  return { kind: 'wrong', reason: `has the source ${source}, where no Terraform files are` };
}

/** The workspace or fetched repository that a virtual folder lies in. */
function topOf(folder: string): string | undefined {
  if (pathBelow(workspaceMount, folder) !== undefined) return workspaceMount;
  const [key] = (pathBelow(modulesMount, folder) ?? '').split('/');
  return key ? `${modulesMount}/${key}` : undefined;
}
