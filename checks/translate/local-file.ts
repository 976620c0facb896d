import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/local-file',
  title: 'Local file or tree that cannot be read',
  severity: 'error',
  stage: 'translate',
  why: 'Butane copies `local:` files and `trees:` into the config when it translates; without them there is no Ignition.',
  fix: 'Correct the path, which is relative to `files-dir` in windtunnel.yaml (else to the folder of the config), or make the file first.',
  since: '0.1.0',
  links: ['https://coreos.github.io/butane/examples/#files'],
  on: 'translator',
  matches:
    /no such file or directory|permission denied|file too large|outside the files directory|files directory that must be specified|trees may only contain|root of tree must be|local is required/i,
  rephrase: (message) => message.replaceAll('/workspace/', ''),
  failing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'storage:',
      '  files:',
      '    - path: /etc/motd.d/cluster',
      '      contents:',
      '        local: motd',
      '',
    ].join('\n'),
  },
  passing: {
    motd: 'welcome\n',
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'storage:',
      '  files:',
      '    - path: /etc/motd.d/cluster',
      '      contents:',
      '        local: motd',
      '',
    ].join('\n'),
  },
});
