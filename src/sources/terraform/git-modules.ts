import { checkOutTree } from '../git/check-out-tree.ts';
import { runGit } from '../git/run-git.ts';
import { errorCode, reasonOfError } from '../workspace/file-errors.ts';
import type { GitAddress } from './git-address.ts';
import { fetchCommit } from './git-fetch.ts';
import { isCommit, type ModuleCache } from './module-cache.ts';

/** A repository at a commit, in the cache. */
export type FetchedRepository =
  | {
      readonly kind: 'fetched';
      readonly key: string;
      /** `github.com/poseidon/typhoon@e958673eb656` */
      readonly label: string;
      /** Why the commit may not be that of the ref any more. */
      readonly doubt: string | undefined;
    }
  /** `wrong`: the repository answers, and has no such ref. `unavailable`: it could not be asked. */
  | { readonly kind: 'wrong' | 'unavailable'; readonly reason: string };

type Commit = { readonly commit: string; readonly doubt?: string } | Failure;
type Failure = Exclude<FetchedRepository, { kind: 'fetched' }>;

const askingTime = 30_000;

// A stranger's modules may name as many slow servers as they like.
const mostRepositories = 200;
const wholeTime = 600_000;

/** Gets repositories by `git`, each once a run. */
export class GitModules {
  readonly cache: ModuleCache;
  readonly #env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds. */
  #spent = 0;
  readonly #pending = new Map<string, Promise<FetchedRepository>>();

  constructor(cache: ModuleCache, env: Readonly<Record<string, string | undefined>>) {
    this.cache = cache;
    this.#env = env;
  }

  /** The repository of an address at its ref. A commit that is in the cache takes no network. */
  get(address: GitAddress): Promise<FetchedRepository> {
    const known = `${address.url} ${address.ref ?? ''}`;
    const pending = this.#pending.get(known) ?? this.#start(address);
    this.#pending.set(known, pending);
    return pending;
  }

  async #start(address: GitAddress): Promise<FetchedRepository> {
    if (this.#pending.size >= mostRepositories) {
      return { kind: 'unavailable', reason: `more than ${mostRepositories} repositories are asked for` };
    }
    if (this.#spent > wholeTime) {
      return {
        kind: 'unavailable',
        reason: `fetching took longer than ${wholeTime / 60_000} minutes in all`,
      };
    }
    const started = performance.now();
    const got = await this.#get(address);
    this.#spent += performance.now() - started;
    return got;
  }

  async #get(address: GitAddress): Promise<FetchedRepository> {
    try {
      const found = await this.#commitOf(address);
      if ('kind' in found) return found;
      const key = this.cache.key(address, found.commit);
      const failure = this.cache.has(key) ? undefined : await this.#fill(address, found.commit, key);
      if (failure !== undefined) return failure;
      const label = `${address.label}@${found.commit.slice(0, 12)}`;
      return { kind: 'fetched', key, label, doubt: found.doubt };
    } catch (error) {
      const why = reasonOfError(errorCode(error));
      return {
        kind: 'unavailable',
        reason: `the cache cannot be written (WINDTUNNEL_CACHE names another): ${why}`,
      };
    }
  }

  async #commitOf(address: GitAddress): Promise<Commit> {
    const { ref, url } = address;
    const asCommit = ref?.toLowerCase();
    if (asCommit !== undefined && isCommit(asCommit)) return { commit: asCommit };
    const answer = await this.#inTemporary((cwd) => {
      const options = { cwd, timeout: askingTime, env: this.#env };
      return runGit(['ls-remote', '--quiet', '--end-of-options', url, ...refNames(ref)], options);
    });
    if (!answer.ok) return this.#fromLastTime(address, answer.reason);
    const commit = pickCommit(answer.stdout) ?? (await this.#abbreviated(address));
    if (commit === undefined) return { kind: 'wrong', reason: noSuchRef(ref) };
    this.cache.remember(address, commit);
    return { commit };
  }

  #fromLastTime(address: GitAddress, reason: string): Commit {
    const commit = this.cache.lastCommit(address);
    if (commit === undefined || !this.cache.has(this.cache.key(address, commit))) {
      return { kind: 'unavailable', reason };
    }
    const taken = `${address.ref ?? 'HEAD'} is taken as it was the last time, ${commit.slice(0, 12)}`;
    return { commit, doubt: `${taken}: ${reason}` };
  }

  /** A commit that is named by its first digits: no server tells of those, so all is fetched. */
  async #abbreviated(address: GitAddress): Promise<string | undefined> {
    const { ref = '' } = address;
    if (!/^[0-9a-f]{4,63}$/.test(ref)) return undefined;
    return this.#inTemporary(async (folder) => {
      const fetched = await fetchCommit({ folder, url: address.url, commit: ref, env: this.#env });
      return fetched.ok ? fetched.commit : undefined;
    });
  }

  async #fill(address: GitAddress, commit: string, key: string): Promise<Failure | undefined> {
    return this.#inTemporary(async (folder) => {
      const fetched = await fetchCommit({ folder, url: address.url, commit, env: this.#env });
      if (!fetched.ok) return { kind: fetched.isMissing ? 'wrong' : 'unavailable', reason: fetched.reason };
      const checkedOut = await checkOutTree(folder, commit, this.#env);
      if (!checkedOut.ok) return { kind: 'unavailable', reason: checkedOut.reason };
      this.cache.keep(checkedOut.tree, key);
      return undefined;
    });
  }

  async #inTemporary<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = this.cache.makeTemporary();
    try {
      return await work(folder);
    } finally {
      this.cache.discard(folder);
    }
  }
}

function refNames(ref: string | undefined): string[] {
  if (ref === undefined) return ['HEAD'];
  if (ref.startsWith('refs/')) return [ref, `${ref}^{}`];
  return [`refs/tags/${ref}`, `refs/tags/${ref}^{}`, `refs/heads/${ref}`];
}

/** A tag wins over a branch, as for `git checkout`; of a tag the commit it stands for. */
function pickCommit(listing: string): string | undefined {
  const found = listing.split('\n').flatMap((line) => {
    const [, commit = '', name = ''] = /^([0-9a-f]+)\t(.+)$/.exec(line) ?? [];
    return isCommit(commit) ? [{ commit, name }] : [];
  });
  const peeled = found.find(({ name }) => name.endsWith('^{}'));
  const tag = found.find(({ name }) => name.startsWith('refs/tags/'));
  return (peeled ?? tag ?? found[0])?.commit;
}

function noSuchRef(ref: string | undefined): string {
  return ref === undefined ? 'the repository is empty' : `it has no branch, tag or commit ${ref}`;
}
