import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/local-file',
  title: 'Local file or tree that cannot be read',
  severity: 'error',
  stage: 'translate',
  why: 'The translator copies `local:` files and `trees:` into the config; without them there is no Ignition.',
  fix: 'Correct the path. It is relative to `files-dir` in windtunnel.yaml (what `--files-dir` is to Butane), without one to the nearest folder, from the config’s own upwards, that has all its local files. What a build step makes, such as an `.ign` out of another `.bu`, has to be made before.',
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
