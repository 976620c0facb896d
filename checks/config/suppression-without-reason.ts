import { defineCheck } from '../../src/model/check.ts';

function worker(comment: string): string {
  return [
    'variant: fcos',
    'version: 1.5.0',
    'systemd:',
    '  units:',
    '    - name: docker.service',
    `      ${comment}`,
    '      enabeld: true',
    '',
  ].join('\n');
}

export const check = defineCheck({
  id: 'config/suppression-without-reason',
  title: 'comment that ignores a finding without saying why',
  severity: 'warning',
  stage: 'translate',
  why: 'Whoever meets the comment next cannot tell whether it still holds. Such a comment has no effect: the finding stays.',
  fix: 'Write the reason behind the check: `# windtunnel: ignore family/name the reason`.',
  since: '0.1.0',
  links: ['https://github.com/windtunnel/windtunnel/blob/main/docs/configuration.md'],
  on: 'run',
  failing: { 'worker.yaml': worker('# windtunnel: ignore translate/unused-key') },
  passing: { 'worker.yaml': worker('# windtunnel: ignore translate/unused-key kept for an old tool') },
});
