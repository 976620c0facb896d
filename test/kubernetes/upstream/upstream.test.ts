import { describe, expect, it } from 'vitest';
import { hasGo } from '../../../scripts/build-go-program.ts';
import { checkFolder } from '../../../scripts/fidelity/upstream-check.ts';
import { readTrueMistakes, sortFindings } from '../../../scripts/fidelity/upstream-mistakes.ts';
import { upstreamFolder, upstreamRelease } from '../../../scripts/fidelity/upstream-release.ts';

// The module may have to be downloaded.
const timeout = 300_000;

describe.skipIf(!hasGo)("Kubernetes' own YAML (skipped without Go)", () => {
  it('passes but for the true mistakes that are listed', { timeout }, async () => {
    const release = upstreamRelease();
    const folder = release && upstreamFolder(release);
    if (folder === undefined) throw new Error('there is no module k8s.io/kubernetes');
    const { problems, objects } = await checkFolder(folder, 34);
    const { unknown, stale } = sortFindings(problems, readTrueMistakes());
    expect(unknown.map(({ origin, message }) => `${origin.file}:${origin.line} ${message}`)).toEqual([]);
    expect(stale).toEqual([]);
    expect(objects).toBeGreaterThan(800);
  });
});
