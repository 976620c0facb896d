import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Ignore } from 'ignore';
import { emptyRules } from './patterns.ts';
import { readRegularFile } from './read-file.ts';

// Rules are text that people write. A larger file is none.
const largestRules = 1024 * 1024;

/**
 * What `.gitignore` files leave out, from the top of the git working tree downwards, and `.git/info/exclude`
 * (https://git-scm.com/docs/gitignore). Immutable: each folder with a `.gitignore` makes a new one.
 */
export class IgnoreRules {
  readonly #rules: Ignore;
  /** The workspace's folder within the git working tree, with a final `/` unless empty. */
  readonly #prefix: string;

  private constructor(rules: Ignore, prefix: string) {
    this.#rules = rules;
    this.#prefix = prefix;
  }

  /** The rules that hold at the root of a workspace (an absolute path), its own `.gitignore` not yet among them. */
  static above(root: string): IgnoreRules {
    const top = gitTop(root) ?? root;
    const prefix = top === root ? '' : `${toSlashes(path.relative(top, root))}/`;
    const rules = emptyRules().add(readExclude(path.join(top, '.git')));
    const folders = prefix.split('/').slice(0, -1);
    folders.forEach((_, depth) => {
      const folder = folders.slice(0, depth).join('/');
      rules.add(rebase(readRules(path.join(top, folder, '.gitignore')), folder));
    });
    return new IgnoreRules(rules, prefix);
  }

  /** No rules at all: for a folder that is itself ignored and was named all the same. */
  static none(): IgnoreRules {
    return new IgnoreRules(emptyRules(), '');
  }

  /** These rules and those of a folder's `.gitignore`. */
  with(folder: string, gitignore: string): IgnoreRules {
    const rebased = rebase(readRules(gitignore), `${this.#prefix}${folder}`.replace(/\/$/, ''));
    return rebased.length === 0
      ? this
      : new IgnoreRules(emptyRules().add(this.#rules).add(rebased), this.#prefix);
  }

  /** `file` is relative to the workspace; a folder has a final `/`. */
  ignores(file: string): boolean {
    return this.#rules.ignores(this.#prefix + file);
  }
}

function gitTop(root: string): string | undefined {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (lstatSync(path.join(folder, '.git'), { throwIfNoEntry: false })) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** Of a work tree beside its repository `.git` is a file, and the rules lie elsewhere. */
function readExclude(repository: string): string[] {
  const isFolder = lstatSync(repository, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? readRules(path.join(repository, 'info', 'exclude')) : [];
}

function readRules(file: string): string[] {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats) return [];
  const read = readRegularFile(file, stats);
  if (read.kind !== 'bytes' || read.bytes.length > largestRules) return [];
  return read.bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
}

/** Writes the patterns of a folder's `.gitignore` as the one at the top of the tree would have them. */
function rebase(lines: readonly string[], folder: string): { pattern: string }[] {
  const base = folder === '' ? '' : `/${folder.replace(/[\\*?[\] ]/g, '\\$&')}`;
  return lines.flatMap((line) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const negated = line.startsWith('!');
    const body = negated ? line.slice(1) : line;
    if (base === '') return [{ pattern: line }];
    const isAnchored = body.trimEnd().slice(0, -1).includes('/');
    const rest = isAnchored ? body.replace(/^\//, '') : `**/${body}`;
    return [{ pattern: `${negated ? '!' : ''}${base}/${rest}` }];
  });
}

/** A relative path as the report writes it on every system. */
export function toSlashes(relative: string): string {
  return path.sep === '/' ? relative : relative.replaceAll(path.sep, '/');
}
