import { defineCheck } from '../../src/model/check.ts';

const worker = [
  'variant: fcos',
  'version: 1.5.0',
  'systemd:',
  '  units:',
  '    - name: docker.service',
  '      enabled: true',
  '',
];

export const check = defineCheck({
  id: 'config/unused-suppression',
  title: 'suppression that suppresses nothing',
  severity: 'warning',
  stage: 'translate',
  why: 'The finding is gone, or the suppression never fitted it. Left in place, it hides the next finding of this check there, which nobody has looked at.',
  fix: 'Take the suppression or the comment away, or correct the check, the paths or the entries that it names.',
  since: '0.1.0',
  links: ['https://github.com/windtunnel/windtunnel/blob/main/docs/configuration.md'],
  on: 'run',
  failing: {
    'worker.yaml': worker.join('\n'),
    'windtunnel.yaml': [
      'suppressions:',
      '  - check: machine/duplicate-unit',
      '    reason: the second one is added by hand',
      '',
    ].join('\n'),
  },
  passing: { 'worker.yaml': worker.join('\n') },
});
