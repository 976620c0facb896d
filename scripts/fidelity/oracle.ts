import { spawnSync } from 'node:child_process';
import { buildOracle } from '../oracle/build-oracle.ts';
import type { Answer } from './verdict.ts';

/**
 * What Kubernetes' own validation code says of each document, in their order. Needs Go.
 *
 * @param lines documents as JSON, without line breaks
 */
export function askOracle(lines: readonly string[]): readonly Answer[] {
  const { stdout, stderr, status } = spawnSync(buildOracle(), {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`the oracle failed: ${stderr}`);
  // The program's own output; its shape is `verdict` in judge.go.
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  if (answers.length !== lines.length)
    throw new Error(`${answers.length} answers for ${lines.length} documents`);
  return answers;
}
