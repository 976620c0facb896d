import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import type { LeftOut } from '../../model/report.ts';
import { errorCode, reasonOfError } from './file-errors.ts';
import { IgnoreRules } from './ignore-rules.ts';
import type { RealPaths } from './real-paths.ts';
import { examineSpecial } from './special-file.ts';

/** Paths are relative to the workspace; the files in code unit order. */
export interface Listing {
  readonly files: string[];
  readonly leftOut: LeftOut[];
}

interface OpenFolder {
  readonly folder: string;
  readonly rules: IgnoreRules;
}

// Made by programs, and large.
const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules', '.terraform']);

/**
 * Lists the files below a folder of the workspace ('' for all of it) whose names are wanted, without those that
 * git ignores. Links to folders are not followed: what lies inside the workspace is met under its own name. No
 * file is opened.
 */
export function listFiles(paths: RealPaths, start: string, isWanted: (name: string) => boolean): Listing {
  const listing: Listing = { files: [], leftOut: [] };
  // A list of open folders, not recursion: a tree may be deeper than the stack.
  const open: OpenFolder[] = [{ folder: start, rules: rulesAbove(paths.root, start) }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { folder } = next;
    const children = readFolder(path.join(paths.root, folder));
    if (typeof children === 'string') {
      listing.leftOut.push({ file: folder || '.', status: 'failed', reason: children });
      continue;
    }
    const hasRules = children.some((child) => child.name === '.gitignore');
    const rules = hasRules ? next.rules.with(folder, gitignoreOf(paths.root, folder)) : next.rules;
    for (const child of children) {
      const file = join(folder, child.name);
      if (!child.isDirectory()) takeFile(paths, file, child, rules, isWanted(child.name), listing);
      else if (!skippedFolders.has(child.name) && !rules.ignores(`${file}/`))
        open.push({ folder: file, rules });
    }
  }
  listing.files.sort();
  return listing;
}

function takeFile(
  paths: RealPaths,
  file: string,
  child: Dirent,
  rules: IgnoreRules,
  isWanted: boolean,
  listing: Listing,
): void {
  if (child.isFile()) {
    if (isWanted && !rules.ignores(file)) listing.files.push(file);
    return;
  }
  if (rules.ignores(file)) return;
  const special = examineSpecial(paths, file, child, isWanted);
  if (special === 'file') listing.files.push(file);
  else if (special) listing.leftOut.push({ file, ...special });
}

function readFolder(absolute: string): Dirent[] | string {
  try {
    return readdirSync(absolute, { withFileTypes: true });
  } catch (error) {
    return reasonOfError(errorCode(error));
  }
}

/** The rules that folders above `start` lay down. None when they ignore `start`: it was named all the same. */
function rulesAbove(root: string, start: string): IgnoreRules {
  let rules = IgnoreRules.above(root);
  let folder = '';
  for (const name of start.split('/').filter((part) => part !== '')) {
    rules = rules.with(folder, gitignoreOf(root, folder));
    folder = join(folder, name);
    if (rules.ignores(`${folder}/`)) return IgnoreRules.none();
  }
  return rules;
}

function gitignoreOf(root: string, folder: string): string {
  return path.join(root, folder, '.gitignore');
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
