import { lstatSync, opendirSync } from 'node:fs';
import path from 'node:path';
import { compareText } from '../model/origin.ts';
import { errorCode, reasonOfError } from '../sources/workspace/file-errors.ts';
import { mostShards } from './shards.ts';

/** A file that may be a report, or why a folder gives none. */
export type FoundFile =
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly problem: string };

/** One for each part, and some that are none. */
const mostFiles = mostShards + 16;
/** Files and folders that are looked at: an artifact may be full of others. */
const mostSeen = 10_000;
/** Folders in folders: the artifacts of several jobs are downloaded into one each. */
const deepest = 4;

/**
 * The files that a command line or a step names; of a folder its regular `*.json` files, sorted. No link in a folder is
 * followed: it may be a stranger's artifact.
 *
 * @param named a file or folder, relative to `cwd` or absolute
 */
export function findReportFiles(cwd: string, named: string): readonly FoundFile[] {
  const target = path.resolve(cwd, named);
  const name = nameOf(cwd, target);
  if (!lstatSync(target, { throwIfNoEntry: false })?.isDirectory()) return [{ name, path: target }];
  const listing = new Listing();
  try {
    listing.add(target, name, 1);
  } catch (error) {
    return [{ name, problem: `a folder in it cannot be read: ${reasonOfError(errorCode(error))}` }];
  }
  if (listing.problem !== undefined) return [{ name, problem: listing.problem }];
  if (listing.files.length === 0) return [{ name, problem: 'there is no report in this folder' }];
  return listing.files.toSorted((a, b) => compareText(a.name, b.name));
}

class Listing {
  readonly files: { readonly name: string; readonly path: string }[] = [];
  problem: string | undefined;
  #seen = 0;

  add(folder: string, name: string, depth: number): void {
    const directory = opendirSync(folder);
    try {
      for (let entry = directory.readSync(); entry && !this.problem; entry = directory.readSync()) {
        const child = { name: `${name}/${entry.name}`, path: path.join(folder, entry.name) };
        this.#seen += 1;
        if (this.#seen > mostSeen) this.problem = `it holds more than ${mostSeen} files`;
        else if (entry.isDirectory() && depth < deepest) this.add(child.path, child.name, depth + 1);
        else if (entry.isFile() && entry.name.endsWith('.json')) this.files.push(child);
        if (this.files.length > mostFiles) this.problem = `it holds more than ${mostFiles} reports`;
      }
    } finally {
      directory.closeSync();
    }
  }
}

/** What a report may be called in a report, which holds no path of the machine. */
function nameOf(cwd: string, target: string): string {
  const relative = path.relative(cwd, target);
  const isInside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return isInside ? relative.split(path.sep).join('/') : path.basename(target);
}
