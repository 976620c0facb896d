import { originOfNode } from '../../src/machine/place.ts';
import { defineCheck } from '../../src/model/check.ts';
import type { YamlNode, YamlScalar } from '../../src/yaml/document.ts';
import { nodesOf } from '../../src/yaml/nodes.ts';

export const check = defineCheck({
  id: 'translate/duplicate-key',
  title: 'Key that stands twice in one mapping',
  severity: 'error',
  stage: 'translate',
  why: 'The readers of Container Linux Configs and of Ignition take the last of two equal keys and say nothing: what the first one says never reaches the machine. Butane refuses such a config itself.',
  fix: 'Join the two, or take one out.',
  since: '0.1.0',
  links: ['https://yaml.org/spec/1.2.2/#nodes', 'https://www.rfc-editor.org/rfc/rfc8259#section-4'],
  on: 'document',
  *run({ config, yaml }) {
    // Butane's own reader refuses them, with a finding of its own.
    if (config.dialect === 'butane' || !yaml) return;
    for (const [node] of nodesOf(yaml)) {
      for (const { first, again } of duplicateKeys(node)) {
        yield {
          message: `key ${again.value} stands here again; what the first one says is lost`,
          origin: originOfNode(config, yaml, again),
          related: [{ origin: originOfNode(config, yaml, first), message: 'the first one' }],
        };
      }
    }
  },
  failing: {
    'worker.yaml': containerLinuxConfig(
      '    - name: docker.service\n      enable: true\n      enable: false\n',
    ),
  },
  passing: { 'worker.yaml': containerLinuxConfig('    - name: docker.service\n      enable: true\n') },
});

interface Duplicate {
  readonly first: YamlScalar;
  readonly again: YamlScalar;
}

function duplicateKeys(node: YamlNode): Duplicate[] {
  if (node.kind !== 'mapping') return [];
  const keys = new Map<string, YamlScalar>();
  return node.pairs.flatMap(({ key }) => {
    if (key.kind !== 'scalar') return [];
    const first = keys.get(key.value);
    keys.set(key.value, first ?? key);
    return first ? [{ first, again: key }] : [];
  });
}

function containerLinuxConfig(units: string): string {
  return `systemd:\n  units:\n${units}`;
}
