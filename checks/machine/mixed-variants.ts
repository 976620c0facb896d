import { originOfValue } from '../../src/machine/place.ts';
import type { DocumentSubject } from '../../src/machine/subjects.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'machine/mixed-variants',
  title: 'Snippet for another operating system than its config',
  severity: 'error',
  stage: 'merge',
  why: 'A variant stands for an operating system: paths, unit names and what is allowed differ. A Container Linux Config and a Butane config do not even give the same Ignition.',
  fix: 'Write the snippet in the variant of the config that it is merged into.',
  since: '0.1.0',
  links: ['https://coreos.github.io/butane/specs/'],
  on: 'machine',
  *run({ documents: [config, ...snippets] }) {
    if (!config) return;
    for (const snippet of snippets) {
      if (language(snippet) === language(config)) continue;
      yield {
        message: `this snippet is ${language(snippet)}, and the config it is merged into is ${language(config)}`,
        origin: originOfValue(snippet, ['variant']),
        related: [{ origin: originOfValue(config, ['variant']), message: 'the config' }],
      };
    }
  },
  failing: {
    'windtunnel.yaml': 'machines:\n  - name: worker\n    config: worker.yaml\n    snippets: [docker.yaml]\n',
    'worker.yaml': 'variant: fcos\nversion: 1.5.0\n',
    'docker.yaml': 'variant: flatcar\nversion: 1.1.0\n',
  },
  passing: {
    'windtunnel.yaml': 'machines:\n  - name: worker\n    config: worker.yaml\n    snippets: [docker.yaml]\n',
    'worker.yaml': 'variant: fcos\nversion: 1.5.0\n',
    'docker.yaml': 'variant: fcos\nversion: 1.4.0\n',
  },
});

function language({ config, variant }: DocumentSubject): string {
  if (config.dialect === 'butane') return `Butane for ${variant}`;
  return config.dialect === 'ignition' ? 'Ignition' : 'a Container Linux Config';
}
