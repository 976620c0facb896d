import { defineCheck } from '../../src/model/check.ts';

const worker = [
  'variant: fcos',
  'version: 1.5.0',
  'systemd:',
  '  units:',
  '    - name: docker.service',
  '      enabeld: true',
  '',
].join('\n');

function suppressedUntil(day: string): string {
  return [
    'suppressions:',
    '  - check: translate/unused-key',
    '    reason: goes with the next image',
    `    until: ${day}`,
    '',
  ].join('\n');
}

// Not an error: the finding itself is back, with the severity that it deserves.
export const check = defineCheck({
  id: 'config/expired-suppression',
  title: 'suppression whose last day is over',
  severity: 'warning',
  stage: 'translate',
  why: 'Somebody accepted a finding up to a day, and that day is over: the suppression has no effect any more, and what it was waiting for may not have happened.',
  fix: 'Mend what the finding is about, or decide on a new `until`; then take the old suppression away.',
  since: '0.1.0',
  links: ['https://github.com/windtunnel/windtunnel/blob/main/docs/configuration.md'],
  on: 'run',
  failing: { 'worker.yaml': worker, 'windtunnel.yaml': suppressedUntil('2020-01-31') },
  passing: { 'worker.yaml': worker, 'windtunnel.yaml': suppressedUntil('2999-12-31') },
});
