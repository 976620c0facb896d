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
  for (const { key, source, dir } of text === undefined ? [] : readModuleList(text)) {
    const folder = path.posix.join(root, dir);
    if (path.posix.isAbsolute(dir) || folder.startsWith('..') || !workspace.has(folder)) continue;
    found.set(key, { source, folder: folder === '.' ? '' : folder, path: dir });
  }
  return found;
}

/** A line of `modules.json`. */
export interface ListedModule {
  /** Names of the calls that lead to it, joined by dots; '' for the root module. */
  readonly key: string;
  readonly source: string;
  /** As written, relative to the root module, with `/`. It may lead anywhere. */
  readonly dir: string;
}

/** Reads the text of a `modules.json`; what is of another form is left away. */
export function readModuleList(text: string): ListedModule[] {
  return listModules(text).flatMap(({ Key, Source, Dir }) =>
    typeof Key === 'string' && typeof Source === 'string' && typeof Dir === 'string'
      ? [{ key: Key, source: Source, dir: Dir.replaceAll('\\', '/') }]
      : [],
  );
}

interface RawModule {
  readonly Key?: unknown;
  readonly Source?: unknown;
  readonly Dir?: unknown;
}

function listModules(text: string): readonly RawModule[] {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null || !('Modules' in manifest)) return [];
    const { Modules } = manifest;
    return Array.isArray(Modules) ? Modules.filter((each) => typeof each === 'object' && each !== null) : [];
  } catch {
    return [];
  }
}
