import { lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isInside } from '../workspace/real-paths.ts';
import { runGit } from './run-git.ts';

type CheckedOut =
  | { readonly ok: true; readonly tree: string }
  | { readonly ok: false; readonly reason: string };

const checkOutTime = 120_000;

// Small packs may unfold to any size: https://github.com/ilikenwf/git-bomb and its like.
const mostBytes = 512 * 1024 * 1024;
const mostFiles = 50_000;

/** Writes the files of a commit from the repository `folder/git` to `folder/tree`, without links that lead out. */
export async function checkOutTree(
  folder: string,
  commit: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<CheckedOut> {
  const tree = path.join(folder, 'tree');
  const options = { cwd: folder, timeout: checkOutTime, env };
  const repository = [`--git-dir=${path.join(folder, 'git')}`, `--work-tree=${tree}`];
  const listed = await runGit([...repository, 'ls-tree', '-r', '-l', '-z', '--full-tree', commit], options);
  if (!listed.ok) return { ok: false, reason: listed.isOverflow === true ? tooLarge : listed.reason };
  const files = listed.stdout.split('\0').flatMap(parseListed);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > mostFiles || bytes > mostBytes) return { ok: false, reason: tooLarge };
  mkdirSync(tree);
  // Two plumbing commands, because `checkout` would run hooks and update submodules.
  for (const step of [
    ['read-tree', commit],
    ['checkout-index', '--all', '--force', '--quiet'],
  ]) {
    const done = await runGit([...repository, ...step], options);
    if (!done.ok) return { ok: false, reason: done.reason };
  }
  removeLinksOut(tree, files);
  return { ok: true, tree };
}

const tooLarge = `the repository is larger than ${mostFiles} files or ${mostBytes / 1024 / 1024} MiB`;

interface ListedFile {
  readonly name: string;
  readonly isLink: boolean;
  readonly size: number;
}

// <mode> SP <type> SP <object> SP <size> TAB <file>: https://git-scm.com/docs/git-ls-tree#_output_format
function parseListed(line: string): ListedFile[] {
  const [, mode, size, name] = /^(\d+) blob [0-9a-f]+ +(\d+)\t(.+)$/s.exec(line) ?? [];
  if (mode === undefined || name === undefined) return [];
  return [{ name, isLink: mode === '120000', size: Number(size) }];
}

/** A link is kept when it leads to something in the repository. */
function removeLinksOut(tree: string, files: readonly ListedFile[]): void {
  const root = realpathSync.native(tree);
  for (const { name, isLink } of files) {
    const link = path.join(root, name);
    if (!isLink || lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() !== true) continue;
    if (!leadsInside(root, link)) rmSync(link);
  }
}

function leadsInside(root: string, link: string): boolean {
  try {
    return isInside(root, realpathSync.native(link));
  } catch {
    return false;
  }
}
