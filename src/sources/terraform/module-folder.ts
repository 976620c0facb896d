import { readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { RealPaths } from '../workspace/real-paths.ts';
import type { Workspace } from '../workspace.ts';
import { modulesMount, pathBelow, workspaceMount } from './fetched-modules.ts';
import type { GitModules } from './git-modules.ts';

/** Where the folders of modules really are. */
export interface ModuleFolders {
  readonly workspace: Workspace;
  readonly git: GitModules;
}

/** Absolute path of a virtual folder, when it exists and no link leads out of its workspace or repository. */
export function realFolder(folder: string, { workspace, git }: ModuleFolders): string | undefined {
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

/** True for a virtual folder with Terraform files in it. */
export function hasTerraformFiles(folder: string, folders: ModuleFolders): boolean {
  const real = realFolder(folder, folders);
  return real !== undefined && namesIn(real).some(isTerraformFile);
}

/** True for a virtual folder whose module is OpenTofu's: https://opentofu.org/docs/language/files/ */
export function hasOnlyTofuFiles(folder: string, folders: ModuleFolders): boolean {
  const real = realFolder(folder, folders);
  const names = real === undefined ? [] : namesIn(real);
  return names.some((name) => /\.tofu(?:\.json)?$/.test(name)) && !names.some(isTerraformFile);
}

/** Names of what a folder holds, in code unit order; none where it cannot be read. */
export function namesIn(absolute: string): string[] {
  try {
    return readdirSync(absolute).sort();
  } catch {
    return [];
  }
}

/** `main.tf`, `main.tf.json`; not what editors leave (https://developer.hashicorp.com/terraform/language/files). */
export function isTerraformFile(name: string): boolean {
  return /\.tf(?:\.json)?$/.test(name) && !/^[.#]/.test(name);
}
