import { asCommit } from '../github/payload.ts';
import { runGit } from '../sources/git/run-git.ts';

/** What git says of the repository that a job has checked out. Nothing is fetched. */
export interface Checkout {
  readonly head: {
    /** 40 hex digits, or 64. */
    readonly id: string;
    /** As the commit names them, whether they were fetched or not. */
    readonly parents: readonly string[];
  };
  /** Whether a commit was fetched. */
  readonly has: (commit: string) => Promise<boolean>;
  /** The newest commit that HEAD and this one have in common; undefined where too little was fetched to say. */
  readonly mergeBase: (commit: string) => Promise<string | undefined>;
}

/** Milliseconds for one question. */
const patience = 30_000;

/** Opens the repository in a folder; one that lies around it is another's. */
export async function openCheckout(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Checkout | { readonly problem: string }> {
  const git = (...args: string[]) => runGit(args, { cwd: folder, env, timeout: patience });
  const found = await git('rev-parse', '--verify', 'HEAD^{commit}');
  if (!found.ok) return { problem: found.reason };
  const id = found.stdout.trim();
  // `HEAD^1` would not name a parent that was not fetched.
  const text = await git('cat-file', 'commit', id);
  if (!text.ok) return { problem: text.reason };
  return {
    head: { id, parents: parentsIn(text.stdout) },
    has: async (commit) => (await git('cat-file', '-e', `${commit}^{commit}`)).ok,
    mergeBase: async (commit) => {
      const base = await git('merge-base', id, commit);
      return base.ok ? asCommit(base.stdout.trim()) : undefined;
    },
  };
}

/** The lines `parent` of a commit's header. */
function parentsIn(text: string): string[] {
  const [header = ''] = text.split('\n\n');
  return [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].flatMap(([, id]) => id ?? []);
}
