import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/path-conflict',
  title: 'Path that another entry stands in the way of',
  severity: 'error',
  stage: 'translate',
  why: 'Ignition writes links, files and units in an order of its own: a file below a link, or one where a unit is written, ends elsewhere or is overwritten.',
  fix: 'Name the file by the path that the link points to, or keep a unit in `systemd.units` only.',
  since: '0.1.0',
  links: ['https://coreos.github.io/ignition/specs/'],
  on: 'translator',
  matches: /path includes link in config|path conflicts with systemd|hard link target is a directory/,
  failing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'storage:',
      '  links:',
      '    - path: /opt/cni',
      '      target: /var/opt/cni',
      '  files:',
      '    - path: /opt/cni/bin.conf',
      '      contents:',
      '        inline: bridge',
      '',
    ].join('\n'),
  },
  passing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'storage:',
      '  links:',
      '    - path: /opt/cni',
      '      target: /var/opt/cni',
      '  files:',
      '    - path: /var/opt/cni/bin.conf',
      '      contents:',
      '        inline: bridge',
      '',
    ].join('\n'),
  },
});
