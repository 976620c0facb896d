import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/unused-key',
  title: 'Key that the translator does not know',
  severity: 'error',
  stage: 'translate',
  why: 'The translator leaves out a key that it does not know, so the machine boots without what it says. Strict translation, which terraform-provider-ct uses, refuses the whole config.',
  fix: 'Correct the spelling or the indentation, or take the key out.',
  since: '0.1.0',
  links: ['https://coreos.github.io/butane/specs/'],
  on: 'translator',
  matches: /^unused key |^Config has unrecognized key: /i,
  rephrase: (message) => `unknown key ${message.replace(/^.*(?:key:? )/i, '')}`,
  failing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'systemd:',
      '  units:',
      '    - name: docker.service',
      '      enable: true',
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
      '',
    ].join('\n'),
  },
});
