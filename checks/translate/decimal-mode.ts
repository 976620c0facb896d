import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/decimal-mode',
  title: 'File mode written as a decimal number',
  severity: 'error',
  stage: 'translate',
  why: 'A mode of `644` is decimal: as octal it is 1204, so nobody can read the file and the sticky bit is set.',
  fix: 'Write the mode with a leading zero: `0644`.',
  since: '0.1.0',
  links: ['https://coreos.github.io/butane/specs/'],
  on: 'translator',
  matches: /unreasonable mode would be reasonable if specified in octal/,
  rephrase: () => 'mode is read as a decimal number; an octal one starts with a zero',
  failing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'storage:',
      '  files:',
      '    - path: /etc/motd.d/cluster',
      '      mode: 644',
      '      contents:',
      '        inline: worker',
      '',
    ].join('\n'),
  },
  passing: {
    'worker.yaml': [
      'variant: fcos',
      'version: 1.5.0',
      'storage:',
      '  files:',
      '    - path: /etc/motd.d/cluster',
      '      mode: 0644',
      '      contents:',
      '        inline: worker',
      '',
    ].join('\n'),
  },
});
