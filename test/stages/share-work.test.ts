import { describe, expect, it } from 'vitest';
import {
  type MachineConfig,
  type MatrixEntry,
  nothingElse,
  type RenderedCluster,
} from '../../src/model/rendered-cluster.ts';
import { shareMachines, shareManifests } from '../../src/stages/share-work.ts';

function cluster(entry: Partial<MatrixEntry>, texts: readonly string[], objects: readonly string[] = []) {
  const name = entry.name ?? 'a';
  return {
    ...nothingElse,
    entry: { name, source: 'terraform', platform: 'aws', kubernetes: '1.34', ...entry },
    machines: texts.map(machine),
    manifests: objects.map((text) => ({ file: 'object.yaml', text })),
  } satisfies RenderedCluster;
}

function machine(text: string): MachineConfig {
  return {
    name: 'controller',
    config: { file: 'controller.yaml', text, dialect: 'butane' },
    snippets: [],
    delivery: 'user-data',
    filesDir: '',
  };
}

describe('machines of several entries', () => {
  it('are checked once when nothing tells them apart', () => {
    const shared = shareMachines([
      cluster({ name: 'a', networking: 'flannel' }, ['one']),
      cluster({ name: 'b', networking: 'calico' }, ['one']),
      cluster({ name: 'c' }, ['two']),
    ]);
    expect(shared.map(({ entry, others }) => [entry.name, others])).toEqual([
      ['a', ['b']],
      ['c', []],
    ]);
  });

  it.each([
    ['the platform', { platform: 'azure' }],
    ['the operating system', { os: 'flatcar' }],
    ['the release', { osVersion: '42.20250803.3.0' }],
    ['the version of Kubernetes', { kubernetes: '1.33' }],
  ] as const)('are checked apart for %s', (_what, other) => {
    const shared = shareMachines([
      cluster({ name: 'a' }, ['one']),
      cluster({ name: 'b', ...other }, ['one']),
    ]);
    expect(shared.map(({ others }) => others)).toEqual([[], []]);
  });
});

describe('manifests of several entries', () => {
  it('are checked once, and those that hold for the same entries stand together', () => {
    const shared = shareManifests([
      cluster({ name: 'a' }, [], ['everywhere', 'here', 'everywhere too']),
      cluster({ name: 'b' }, [], ['everywhere', 'everywhere too']),
    ]);
    expect(shared.map(({ manifest, others }) => [manifest.text, others])).toEqual([
      ['here', []],
      ['everywhere', ['b']],
      ['everywhere too', ['b']],
    ]);
  });
});
