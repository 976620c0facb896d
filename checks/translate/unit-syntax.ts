import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/unit-syntax',
  title: 'Unit that Ignition cannot read',
  severity: 'error',
  stage: 'translate',
  why: 'Ignition reads every unit with a reader of its own, stricter than systemd’s, and refuses the whole config for one line.',
  fix: 'Every line is a section in brackets, `Key=value`, or a comment. A comment between lines that a backslash joins is fine for systemd and refused here: move it out.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html'],
  on: 'translator',
  matches: /invalid unit content: /,
  rephrase: (message) =>
    `Ignition cannot read this unit: ${message.replace(/^.*invalid unit content: /, '')}`,
  failing: { 'worker.yaml': config('ExecStart') },
  passing: { 'worker.yaml': config('ExecStart=/usr/local/bin/kubelet') },
});

function config(line: string): string {
  return `variant: fcos
version: 1.5.0
systemd:
  units:
    - name: kubelet.service
      contents: |
        [Service]
        ${line}
`;
}
