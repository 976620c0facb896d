import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/invalid',
  title: 'Value that the translator refuses',
  severity: 'error',
  stage: 'translate',
  why: 'The translator refuses the config, or warns of it, and strict translation lets no warning pass: the machine gets no Ignition at all, or not what was meant.',
  fix: 'The message is the upstream translator’s own; the specification of the variant says what is allowed.',
  since: '0.1.0',
  links: ['https://coreos.github.io/butane/specs/', 'https://coreos.github.io/ignition/specs/'],
  on: 'translator',
  failing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'storage:',
      '  files:',
      '    - path: etc/hostname',
      '      contents:',
      '        inline: worker-1',
      '',
    ].join('\n'),
  },
  passing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'storage:',
      '  files:',
      '    - path: /etc/hostname',
      '      contents:',
      '        inline: worker-1',
      '',
    ].join('\n'),
  },
});
