import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/no-install-section',
  title: 'Enabled unit that nothing starts',
  severity: 'error',
  stage: 'translate',
  why: 'Enabling a unit does what its [Install] section says. Without one nothing happens, and the unit does not start at boot. Ignition warns of it, and strict translation refuses the config.',
  fix: 'Add `[Install]` with `WantedBy=multi-user.target` to the unit itself, or take `enabled: true` out when something else starts it. Ignition does not look for the section in drop-ins.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html'],
  on: 'translator',
  matches: /is enabled, but has no install section/,
  failing: { 'worker.yaml': config('') },
  passing: { 'worker.yaml': config('        [Install]\n        WantedBy=multi-user.target\n') },
});

function config(install: string): string {
  return `variant: fcos
version: 1.5.0
systemd:
  units:
    - name: kubelet.service
      enabled: true
      contents: |
        [Service]
        ExecStart=/usr/local/bin/kubelet
${install}`;
}
