import { expect, test } from 'vitest';
import { checkFolder, findingPlaces, type ReportJson } from '../support/read-report.ts';
import { workspaceWith } from '../support/workspace.ts';

function translated(report: ReportJson, entry: string): string | undefined {
  return report.results.find((result) => result.stage === 'translate' && result.entry === entry)?.status;
}

// As `butane --strict` does. A reader that takes it for a Container Linux Config finds nothing wrong with it.
test('refuses a .bu file without a variant', async () => {
  const folder = workspaceWith({
    'units/backup.bu': 'systemd:\n  units:\n    - name: backup.timer\n      enabled: true\n',
    'worker.yaml': 'systemd:\n  units:\n    - name: docker.service\n      enabled: true\n',
  });
  const { report } = await checkFolder(folder);
  expect(report.findings.map(({ check, message }) => `${check}: ${message}`)).toEqual([
    'translate/unknown-version: no variant: Butane does not know what to translate it to',
  ]);
  expect(translated(report, 'worker.yaml')).toBe('passed');
});

test('takes what only a MachineConfig holds for no mistake of an OpenShift config', async () => {
  const folder = workspaceWith({
    'worker.bu': [
      'variant: openshift',
      'version: 4.14.0',
      'metadata:',
      '  name: 99-worker-realtime',
      '  labels:',
      '    machineconfiguration.openshift.io/role: worker',
      'openshift:',
      '  kernel_type: realtime',
      '  fips: true',
      'systemd:',
      '  units:',
      '    - name: tuning.service',
      '      contents: |',
      '        [Service]',
      '        ExecStrat=/usr/bin/true',
      '        ExecStart=/usr/bin/true',
      '',
    ].join('\n'),
  });
  const { report } = await checkFolder(folder);
  // The unit's directive shows that the Ignition inside the MachineConfig was still looked at.
  expect(findingPlaces(report)).toEqual(['unit/unknown-directive worker.bu:15:9']);
  expect(translated(report, 'worker.bu')).toBe('passed');
});

test('still refuses an OpenShift config that makes no MachineConfig', async () => {
  const folder = workspaceWith({
    'worker.bu': [
      'variant: openshift',
      'version: 4.14.0',
      'metadata:',
      '  name: 99-worker',
      '  labels:',
      '    machineconfiguration.openshift.io/role: worker',
      'storage:',
      '  directories:',
      '    - path: /opt/bin',
      '',
    ].join('\n'),
  });
  const { report } = await checkFolder(folder);
  expect(report.findings.map(({ message }) => message)).toEqual([
    'directories are not supported in this spec version',
  ]);
});

test('reads the local files of a Container Linux Config', async () => {
  const config = (local: string): string =>
    `storage:\n  files:\n    - path: /opt/bin/prepare\n      filesystem: root\n      mode: 0755\n      contents:\n        local: ${local}\n`;
  const folder = workspaceWith({
    'machines/worker.yaml': config('files/prepare'),
    'machines/controller.yaml': config('files/absent'),
    'files/prepare': '#!/bin/bash\nif true; then\n  echo ready\n',
  });
  const { report } = await checkFolder(folder);
  expect(findingPlaces(report)).toContain('translate/local-file machines/controller.yaml:7:16');
  expect(translated(report, 'machines/worker.yaml')).toBe('passed');
  // That the script ends too early can only be known to who has read it.
  expect(report.findings.map(({ check }) => check)).toContain('contents/shell-syntax');
});

test('takes the empty security.tls of the config transpiler for no mistake', async () => {
  const ignition = (security: object): string =>
    JSON.stringify({ ignition: { config: {}, security, timeouts: {}, version: '2.3.0' } });
  const folder = workspaceWith({
    'worker.json': ignition({ tls: {} }),
    'controller.json': ignition({ tsl: {} }),
  });
  const { report } = await checkFolder(folder);
  expect(report.findings.map(({ message, origin }) => `${origin.file}: ${message}`)).toEqual([
    'controller.json: unknown key tsl',
  ]);
});
