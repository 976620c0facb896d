import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasGo } from '../../scripts/build-go-program.ts';
import { type Core, CoreFailure, loadCore } from '../../src/core/host.ts';
import { filesFolder } from './corpus.ts';
import { difference } from './difference.ts';
import { buildNativeTwin, root } from './go-builds.ts';
import { allRequests, type Request } from './requests.ts';

const mounted = path.posix.join('/workspace', path.relative(root, filesFolder));

describe.skipIf(!hasGo)(`the WebAssembly core and its native twin${hasGo ? '' : ' (skipped: no Go)'}`, () => {
  let core: Core;
  let twin: string;

  beforeAll(async () => {
    core = await loadCore(root);
    twin = buildNativeTwin();
  });

  test('answer every request of the corpus alike', () => {
    const requests = allRequests(mounted);
    const native = askNative(twin, allRequests(filesFolder));
    const differences = requests.flatMap((request, index) => {
      const found = difference(answer(core, request), native[index] ?? '');
      return found === undefined ? [] : [{ request: request.name, ...found }];
    });
    console.log(`compared ${requests.length} requests, ${differences.length} differences`);
    expect(requests.length).toBeGreaterThan(600);
    expect(differences).toEqual([]);
  });

  test('answer alike whatever was asked before', async () => {
    const requests = allRequests(mounted).filter((_, index) => index % 40 === 0);
    const forward = requests.map((request) => answer(core, request));
    const fresh = await loadCore(root);
    const backward = requests.toReversed().map((request) => answer(fresh, request));
    expect(backward.toReversed()).toEqual(forward);
  });
});

function answer(core: Core, { method, params }: Request): string {
  try {
    // The corpus holds requests of every method, more loosely typed than callers of the core are.
    return JSON.stringify({ result: core.call(method, params as never) });
  } catch (error) {
    if (error instanceof CoreFailure) return JSON.stringify({ error: error.message });
    throw error;
  }
}

/** Asks the twin all at once; its folder of local files is told as the mounted one. */
function askNative(twin: string, requests: readonly Request[]): string[] {
  const input = requests.map(({ method, params }) => `${JSON.stringify({ method, params })}\n`).join('');
  const output = execFileSync(twin, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { result, error } = JSON.parse(line.replaceAll(filesFolder, mounted));
      return JSON.stringify(error === undefined ? { result } : { error: error.message });
    });
}
