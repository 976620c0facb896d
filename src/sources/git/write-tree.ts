import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { errorCode, reasonOfError } from '../workspace/file-errors.ts';
import { largestFile } from '../workspace/read-file.ts';
import { isInside } from '../workspace/real-paths.ts';
import type { FoundCommit } from './find-commit.ts';
import { readTree, type TreeFile } from './listed-tree.ts';
import { readBlobs } from './read-blobs.ts';
import { runGit } from './run-git.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export type WrittenTree =
  /** `lacks`: what is not there though the commit has it. */
  { readonly ok: true; readonly lacks: readonly string[] } | { readonly ok: false; readonly reason: string };

const listingTime = 60_000;

// A small pack may unfold to any size.
const mostBytes = 1024 * 1024 * 1024;
const mostFiles = 200_000;

/**
 * Writes a folder of a commit, and the `.gitignore` files above it, below `target` under the names that they have in the
 * commit; what a sparse checkout leaves away is left away. The work tree and the index stay as they are. Links are written where they lead to something that is written.
 *
 * @param folder absolute path in the work tree
 * @param target absolute path of an empty folder, without links
 */
export async function writeTree(
  folder: string,
  { commit, prefix }: FoundCommit,
  target: string,
  env: Environment,
): Promise<WrittenTree> {
  const wanted = prefix === '' ? [] : ['--', `${prefix}/`, ...ignoreFilesAbove(prefix)];
  const listed = await runGit(['ls-tree', '-r', '-l', '-z', '--full-tree', commit, ...wanted], {
    cwd: folder,
    findsAbove: true,
    timeout: listingTime,
    env,
  });
  if (!listed.ok) return { ok: false, reason: listed.isOverflow === true ? tooLarge : listed.reason };
  const { files: all, leftOut } = readTree(listed.stdout);
  const absent = await absentFiles(folder, env);
  const files = all.filter(({ name }) => !absent.has(name));
  const bytes = files.reduce((sum, { size }) => sum + (size > largestFile ? 0 : size), 0);
  if (files.length > mostFiles || bytes > mostBytes) return { ok: false, reason: tooLarge };
  copyRules(folder, prefix, target);
  const written = await writeFiles(folder, files, target, env);
  return written.ok ? { ok: true, lacks: [...leftOut, ...written.lacks] } : written;
}

/** Files that are not in the work tree on purpose: https://git-scm.com/docs/git-sparse-checkout */
async function absentFiles(folder: string, env: Environment): Promise<ReadonlySet<string>> {
  const options = { cwd: folder, findsAbove: true, timeout: listingTime, env };
  const listed = await runGit(['ls-files', '-t', '-z', '--full-name', '--', '.'], options);
  const lines = listed.ok ? listed.stdout.split('\0') : [];
  return new Set(lines.filter((line) => line.startsWith('S ')).map((line) => line.slice(2)));
}

const tooLarge = `it has more than ${mostFiles} files or ${mostBytes / 1024 / 1024} MiB`;

/** `.gitignore`, `a/.gitignore` for `a/b`. */
function ignoreFilesAbove(prefix: string): string[] {
  const folders = prefix.split('/');
  return folders.map((_, depth) => [...folders.slice(0, depth), '.gitignore'].join('/'));
}

/** What git ignores is ignored there too: an empty `.git` marks the top, as whoever looks for the rules expects it. */
function copyRules(folder: string, prefix: string, target: string): void {
  const top = prefix === '' ? folder : path.resolve(folder, ...prefix.split('/').map(() => '..'));
  const [from, to] = [top, target].map((each) => path.join(each, '.git', 'info', 'exclude'));
  if (from === undefined || to === undefined) return;
  mkdirSync(path.dirname(to), { recursive: true });
  const stats = lstatSync(path.dirname(path.dirname(from)), { throwIfNoEntry: false });
  const rules = stats?.isDirectory() === true ? lstatSync(from, { throwIfNoEntry: false }) : undefined;
  if (rules?.isFile() === true && rules.size <= largestFile) copyFileSync(from, to);
}

async function writeFiles(
  folder: string,
  files: readonly TreeFile[],
  target: string,
  env: Environment,
): Promise<WrittenTree> {
  const byObject = new Map<string, TreeFile[]>();
  const lacks: string[] = [];
  const links: { readonly file: TreeFile; readonly to: string }[] = [];
  const write = (file: TreeFile, bytes: Buffer | undefined): void => {
    try {
      writeOne(path.join(target, file.name), file.size, bytes);
    } catch (error) {
      lacks.push(`${file.name}: ${reasonOfError(errorCode(error))}`);
    }
  };
  for (const file of files) {
    if (file.size > largestFile) write(file, undefined);
    else byObject.set(file.object, [...(byObject.get(file.object) ?? []), file]);
  }
  const failure = await readBlobs(folder, [...byObject.keys()], env, (object, bytes) => {
    for (const file of byObject.get(object) ?? []) {
      if (file.kind === 'link') links.push({ file, to: bytes.toString() });
      else write(file, bytes);
    }
    byObject.delete(object);
  });
  if (failure !== undefined) return { ok: false, reason: failure };
  // After all files: none of them is written through a link.
  writeLinks(links, target);
  const missing = [...byObject.values()].flat().map(({ name }) => `${name}: not in this clone`);
  return { ok: true, lacks: [...lacks, ...missing] };
}

/** Without bytes it is too large to be read: it is there, and nobody opens it. */
function writeOne(file: string, size: number, bytes: Buffer | undefined): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes ?? '', { flag: 'wx' });
  if (bytes === undefined) truncateSync(file, size);
}

function writeLinks(
  links: readonly { readonly file: TreeFile; readonly to: string }[],
  target: string,
): void {
  const root = realpathSync.native(target);
  const made = links.flatMap(({ file: { name }, to }) => {
    const link = path.join(root, name);
    return makeLink(link, to) ? [{ link }] : [];
  });
  // Once all are there: one may lead to another.
  const out = made.filter(({ link }) => !leadsInside(root, link));
  for (const { link } of out) rmSync(link);
}

function makeLink(link: string, to: string): boolean {
  try {
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(to, link);
    return true;
  } catch {
    // A target that no system call takes, or a name that is taken.
    return false;
  }
}

function leadsInside(root: string, link: string): boolean {
  try {
    return isInside(root, realpathSync.native(link));
  } catch {
    return false;
  }
}
