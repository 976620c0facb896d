import { mkdirSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import path from 'node:path';
import type { TextPair } from '../../rendered/compare-sides.ts';
import { UnifiedDiffReader } from '../../rendered/read-unified-diff.ts';
import type { TextDifference } from '../../rendered/text-difference.ts';
import { runGit } from './run-git.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const comparingTime = 120_000;

// All that a configuration could change, though none is read.
const options = [
  ...['--no-index', '--text', '--no-color', '--no-ext-diff', '--no-textconv', '--no-renames'],
  ...['--unified=3', '--inter-hunk-context=0', '--diff-algorithm=myers', '--indent-heuristic'],
  ...['--src-prefix=', '--dst-prefix=', '--ws-error-highlight=none', '--no-relative'],
];

/**
 * The difference of each pair, in their order, by one `git diff` over files of our own names in a temporary folder; the
 * reason where git gives none. No setting and no attribute of the user has a say.
 */
export async function diffTexts(
  pairs: readonly TextPair[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly TextDifference[] | { readonly reason: string }> {
  if (pairs.length === 0) return [];
  return inTemporaryFolder('windtunnel-diff', async (folder) => {
    for (const side of ['before', 'after'] as const) {
      mkdirSync(path.join(folder, side));
      for (const [number, pair] of pairs.entries()) {
        const text = pair[side];
        if (text !== undefined) writeFileSync(path.join(folder, side, String(number)), text);
      }
    }
    const reader = new UnifiedDiffReader();
    const answer = await runGit(['diff', ...options, '--', 'before', 'after'], {
      cwd: folder,
      timeout: comparingTime,
      env: withoutSettings(env),
      highestCode: 1,
      onOutput: (bytes) => reader.take(bytes),
    });
    if (!answer.ok) return { reason: `the files cannot be compared: ${answer.reason}` };
    return pairs.map((_, number) => reader.difference(number));
  });
}

/** What git needs to start, and no configuration of the user or the machine. */
function withoutSettings(env: Readonly<Record<string, string | undefined>>) {
  const { PATH, SystemRoot } = env;
  return {
    PATH,
    ...(SystemRoot !== undefined && { SystemRoot }),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    XDG_CONFIG_HOME: devNull,
    HOME: devNull,
  };
}
