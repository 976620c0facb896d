import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { GitAddress } from './git-address.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder that fetched modules are kept in, each below its own name; it need not exist. `WINDTUNNEL_CACHE` names it,
 * otherwise https://specifications.freedesktop.org/basedir-spec/latest/ does.
 */
export function moduleCacheFolder(env: Environment): string {
  const own = env['WINDTUNNEL_CACHE'];
  if (own) return path.resolve(own, 'modules');
  const cache = env['XDG_CACHE_HOME'];
  // A relative one is to be ignored, says the specification.
  const base = cache && path.isAbsolute(cache) ? cache : path.join(homedir(), '.cache');
  return path.join(base, 'windtunnel', 'modules');
}

/** Work trees of repositories by commit, and which commit a ref was the last time. Written in one step each. */
export class ModuleCache {
  readonly folder: string;

  /** @param folder absolute; made when something is put into it */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** Name of a repository's folder at a commit. No credentials go into it. */
  key({ label }: GitAddress, commit: string): string {
    return `${this.#nameOf(label)}@${commit}`;
  }

  has(key: string): boolean {
    return statSync(path.join(this.folder, key), { throwIfNoEntry: false })?.isDirectory() === true;
  }

  /** A new empty folder beside the modules, for what is not whole yet; {@link discard} it afterwards. */
  makeTemporary(): string {
    mkdirSync(this.folder, { recursive: true });
    return mkdtempSync(path.join(this.folder, 'tmp-'));
  }

  discard(temporary: string): void {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 2 });
  }

  /** Moves a whole work tree to its place. */
  keep(tree: string, key: string): void {
    try {
      renameSync(tree, path.join(this.folder, key));
    } catch (error) {
      // Another run was faster.
      if (!this.has(key)) throw error;
    }
  }

  /** The commit that a ref was the last time; undefined when nobody asked. */
  lastCommit(address: GitAddress): string | undefined {
    try {
      const commit = readFileSync(this.#refFile(address), 'utf8');
      return isCommit(commit) ? commit : undefined;
    } catch {
      return undefined;
    }
  }

  remember(address: GitAddress, commit: string): void {
    const file = this.#refFile(address);
    if (this.lastCommit(address) === commit) return;
    mkdirSync(path.dirname(file), { recursive: true });
    const temporary = this.makeTemporary();
    writeFileSync(path.join(temporary, 'ref'), commit);
    renameSync(path.join(temporary, 'ref'), file);
    this.discard(temporary);
  }

  #refFile({ label, ref }: GitAddress): string {
    return path.join(this.folder, 'refs', `${this.#nameOf(label)}-${hash(ref ?? '').slice(0, 16)}`);
  }

  #nameOf(label: string): string {
    const readable = label.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 60);
    return `${readable}-${hash(label).slice(0, 12)}`;
  }
}

/** True for a full hash, SHA-1 or SHA-256. */
export function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
