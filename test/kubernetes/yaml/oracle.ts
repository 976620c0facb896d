import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { hasGo } from '../../../scripts/build-go-program.ts';

/** What Kubernetes' own libraries make of a document; strings are marked `s`, numbers `n` with all their digits. */
export interface GoDocument {
  readonly value: unknown;
  readonly error?: string;
}

export { hasGo };

const source = path.join(import.meta.dirname, 'oracle');
const executable = path.resolve(
  import.meta.dirname,
  '../../../node_modules/.cache/windtunnel-go/yaml-oracle',
);

/** Builds the program of oracle/ and reads streams with it. */
export function readWithGo(texts: readonly string[]): GoDocument[][] {
  execFileSync('go', ['build', '-o', executable, '.'], {
    cwd: source,
    env: { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', GOWORK: 'off' },
    stdio: 'inherit',
  });
  const input = `${texts.map((text) => JSON.stringify(text)).join('\n')}\n`;
  const output = execFileSync(executable, { input, maxBuffer: 2 ** 30, encoding: 'utf8' });
  return output
    .trimEnd()
    .split('\n')
    .map((line): GoDocument[] => JSON.parse(line));
}
