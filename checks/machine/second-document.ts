import { originOfNode } from '../../src/machine/place.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'machine/second-document',
  title: 'YAML document that nobody reads',
  severity: 'error',
  stage: 'translate',
  why: 'Butane and the config transpiler read the first document of a YAML file and say nothing of the ones behind a `---` line: what they define never reaches the machine.',
  fix: 'Move the second document into a file of its own, a snippet for instance.',
  since: '0.1.0',
  links: ['https://pkg.go.dev/gopkg.in/yaml.v3#Unmarshal'],
  on: 'document',
  *run(document) {
    const second = document.yaml?.roots[1];
    if (!document.yaml || second === undefined || document.config.dialect === 'ignition') return;
    yield {
      message: 'this document is left out: only the first one of a file is read',
      origin: originOfNode(document.config, document.yaml, second),
    };
  },
  failing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      '---',
      'variant: fcos',
      'version: 1.5.0',
      'systemd:',
      '  units:',
      '    - name: docker.service',
      '      enabled: true',
      '',
    ].join('\n'),
  },
  passing: {
    'worker.yaml': [
      '---',
      'variant: fcos',
      'version: 1.5.0',
      'systemd:',
      '  units:',
      '    - name: docker.service',
      '      enabled: true',
      '',
    ].join('\n'),
  },
});
