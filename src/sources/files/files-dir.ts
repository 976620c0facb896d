import path from 'node:path';
import type { Workspace } from '../workspace.ts';

/**
 * The folder that `local:` paths of a config are most likely relative to, which Butane is told by `--files-dir`:
 * the nearest one, from the config's own folder upwards, that has all of them. The config's own folder when none
 * has, or when it names none.
 *
 * @param file the config, relative to the workspace, like the folder returned; '' is the workspace itself
 */
export function filesDirFor(workspace: Workspace, file: string, localRefs: readonly string[]): string {
  const own = parentOf(file);
  if (localRefs.length === 0) return own;
  for (let folder = own; ; folder = parentOf(folder)) {
    if (localRefs.every((reference) => workspace.has(path.posix.join(folder, reference)))) return folder;
    if (folder === '') return own;
  }
}

// A config with more is not written by hand, and each is looked for in each folder.
const mostReferences = 500;

/** The local files and folders that a Butane text names: https://coreos.github.io/butane/config-fcos-v1_6/ */
export function localReferences(text: string): string[] {
  const references = new Set<string>();
  let inKeys = false;
  for (const line of text.split(/\r?\n/)) {
    if (references.size === mostReferences) break;
    if (/^\s*(?:- +)?ssh_authorized_keys_local\s*:\s*$/.test(line)) {
      inKeys = true;
      continue;
    }
    const item: RegExpExecArray | null = inKeys ? /^\s*- +([^:{]+)$/.exec(line) : null;
    inKeys = item !== null;
    const value = item?.[1] ?? /^\s*(?:- +)?(?:local|contents_local)\s*:\s+(\S.*)$/.exec(line)?.[1];
    if (value !== undefined) references.add(scalarText(value));
  }
  return [...references];
}

function scalarText(value: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(value);
  return quoted?.[2] ?? value.replace(/\s+#.*$/, '').trim();
}

function parentOf(file: string): string {
  const folder = path.posix.dirname(file);
  return folder === '.' ? '' : folder;
}
