import path from 'node:path';
import { readText } from '../workspace/read-text.ts';
import type { Workspace } from '../workspace.ts';

/** What `terraform init` left in a root module: folders of the workspace, by the keys of module calls. */
export type InstalledModules = ReadonlyMap<string, InstalledModule>;

interface InstalledModule {
  /** As Terraform writes it out: `git::https://…`, `registry.terraform.io/…`. */
  readonly source: string;
  /** Relative to the workspace. */
  readonly folder: string;
  /** Relative to the root module, as `path.module` says. */
  readonly path: string;
}

/** Reads `.terraform/modules/modules.json` of a root module; empty when there is none, or it is of another form. */
export function readInstalledModules(workspace: Workspace, root: string): InstalledModules {
  const text = readText(workspace, path.posix.join(root, '.terraform/modules/modules.json'));
  const found = new Map<string, InstalledModule>();
  for (const { Key, Source, Dir } of text === undefined ? [] : listModules(text)) {
    if (typeof Key !== 'string' || typeof Source !== 'string' || typeof Dir !== 'string') continue;
    const written = Dir.replaceAll('\\', '/');
    const folder = path.posix.join(root, written);
    if (path.posix.isAbsolute(written) || folder.startsWith('..') || !workspace.has(folder)) continue;
    found.set(Key, { source: Source, folder: folder === '.' ? '' : folder, path: written });
  }
  return found;
}

interface ListedModule {
  readonly Key?: unknown;
  readonly Source?: unknown;
  readonly Dir?: unknown;
}

function listModules(text: string): readonly ListedModule[] {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null || !('Modules' in manifest)) return [];
    const { Modules } = manifest;
    return Array.isArray(Modules) ? Modules.filter((each) => typeof each === 'object' && each !== null) : [];
  } catch {
    return [];
  }
}
