import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/duplicate-entry',
  title: 'Unit, file, user or key that is defined twice',
  severity: 'error',
  stage: 'translate',
  why: 'Ignition refuses a config in which two entries of a list have the same name or path: the machine does not finish its first boot.',
  fix: 'Put both entries into one, or take one of them out.',
  since: '0.1.0',
  links: ['https://coreos.github.io/ignition/specs/'],
  on: 'translator',
  rephrase: (message) =>
    message.replace(
      /^mapping key (".*") already defined at line (\d+)$/,
      'key $1 is there already, on line $2',
    ),
  matches: /duplicate entry defined|already defined at line|matching filesystem node has existing contents/i,
  failing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'systemd:',
      '  units:',
      '    - name: docker.service',
      '      enabled: true',
      '    - name: docker.service',
      '      mask: true',
      '',
    ].join('\n'),
  },
  passing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'systemd:',
      '  units:',
      '    - name: docker.service',
      '      enabled: true',
      '    - name: containerd.service',
      '      mask: true',
      '',
    ].join('\n'),
  },
});
