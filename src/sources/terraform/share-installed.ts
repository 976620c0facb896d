import { cpSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../workspace/read-text.ts';
import type { Workspace } from '../workspace.ts';
import { type ListedModule, readModuleList } from './installed-modules.ts';

const manifest = '.terraform/modules/modules.json';

/**
 * Gives a base what `terraform init` has left in root modules of the work tree, as far as both call the same versions. What
 * is not given is missing there, and said to be.
 *
 * @param roots folders of root modules, relative to both workspaces
 */
export function shareInstalledModules(head: Workspace, base: Workspace, roots: Iterable<string>): void {
  for (const root of roots) {
    const text = readText(head, path.posix.join(root, manifest));
    if (text === undefined || !base.has(root) || base.has(path.posix.join(root, '.terraform'))) continue;
    const listed = readModuleList(text);
    const versionIn = (workspace: Workspace, dir: string, name: string) =>
      versionOfCall(workspace, path.posix.join(root, dir), name);
    const isSame = (dir: string, name: string) => versionIn(head, dir, name) === versionIn(base, dir, name);
    const kept = listed.filter((module) => isShared(module, listed, isSame));
    const folders = kept.flatMap(({ dir }) => installedFolder(dir) ?? []);
    for (const folder of new Set(folders)) copyModule(head, base, path.posix.join(root, folder));
    const Modules = kept.map(({ key, source, dir }) => ({ Key: key, Source: source, Dir: dir }));
    const file = path.join(base.root, root, manifest);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ Modules }));
  }
}

/** A module is the same where the versions of all calls that lead to it are. Sources are compared where they are used. */
function isShared(
  { key }: ListedModule,
  listed: readonly ListedModule[],
  isSame: (dir: string, name: string) => boolean,
): boolean {
  const names = key.split('.');
  return names.every((name, depth) => {
    if (name === '') return true;
    const parent = listed.find((each) => each.key === names.slice(0, depth).join('.'));
    const dir = depth === 0 ? '' : parent?.dir;
    // What calls from an installed module is the same when that is.
    return dir !== undefined && (installedFolder(dir) !== undefined || isSame(dir, name));
  });
}

/** The whole of what was installed: a module may read files beside its folder. */
function installedFolder(dir: string): string | undefined {
  const [first, second, name, ...rest] = dir.split('/');
  const isInside = first === '.terraform' && second === 'modules' && name !== undefined;
  return isInside && ![name, ...rest].includes('..') ? `.terraform/modules/${name}` : undefined;
}

/** What the call of a module says of its version, as written; undefined where there is no such call. */
function versionOfCall(workspace: Workspace, folder: string, name: string): string | undefined {
  const call = new RegExp(`^module[ \\t]+"${name.replace(/[^\w-]/g, '')}"[ \\t]*\\{`, 'm');
  for (const file of moduleFiles(workspace, folder)) {
    const text = readText(workspace, file) ?? '';
    const start = text.search(call);
    if (start < 0) continue;
    const [block = ''] = text.slice(start).split(/^\}/m);
    return /^[ \t]*version[ \t]*=[ \t]*("[^"\n]*")/m.exec(block)?.[1] ?? '';
  }
  return undefined;
}

function moduleFiles(workspace: Workspace, folder: string): string[] {
  if (!workspace.has(folder)) return [];
  const names = readdirSync(path.join(workspace.root, folder)).filter((name) => name.endsWith('.tf'));
  return names.map((name) => path.posix.join(folder, name));
}

function copyModule(head: Workspace, base: Workspace, folder: string): void {
  if (!head.has(folder)) return;
  cpSync(path.join(head.root, folder), path.join(base.root, folder), {
    recursive: true,
    // Links are left away: nothing may lead out.
    filter: (source) => {
      const stats = lstatSync(source);
      return path.basename(source) !== '.git' && (stats.isFile() || stats.isDirectory());
    },
  });
}
