import { expect, test } from 'vitest';
import { checkFolder, findingPlaces } from '../support/read-report.ts';
import { workspaceWith } from '../support/workspace.ts';

test('finds units whose list stands as far left as its key', async () => {
  const folder = workspaceWith({
    'bootstrap.yaml': 'systemd:\n  units:\n  - name: bootstrap.service\n    enabel: true\n',
  });
  const { report } = await checkFolder(folder);
  expect(findingPlaces(report)).toEqual(['translate/unused-key bootstrap.yaml:4:5']);
});

test('finds an Ignition file that is no JSON, with objects before its version', async () => {
  const folder = workspaceWith({
    'worker.json':
      '{\n  "ignition": {\n    "config": {},\n    "security": { "tls": {} },\n    "version": "2.3.0"\n  },\n  "passwd": <users>\n}\n',
  });
  const { report } = await checkFolder(folder);
  expect(findingPlaces(report)).toEqual(['translate/syntax worker.json:7:13']);
});

test('says that a file written by PowerShell is UTF-16', async () => {
  const text = '\ufeff{ "ignition": { "version": "3.4.0" } }\r\n';
  const folder = workspaceWith({ 'worker.ign': Buffer.from(text, 'utf16le') });
  const { report } = await checkFolder(folder);
  expect(report.exitCode).toBe(3);
  expect(report.leftOut).toEqual([
    { file: 'worker.ign', status: 'failed', reason: 'UTF-16, not UTF-8: save it as UTF-8' },
  ]);
});

test.each([['%%SSH_KEY%%'], ['@SSH_KEY@'], ['@@SSH_KEY@@']])(
  'takes %s in the place of a value for a template',
  async (placeholder) => {
    const folder = workspaceWith({
      'worker.bu': `variant: fcos\nversion: 1.5.0\npasswd:\n  users:\n    - name: core\n      ssh_authorized_keys:\n        - ${placeholder}\n`,
    });
    const { report } = await checkFolder(folder);
    expect(report.leftOut).toEqual([
      { file: 'worker.bu', status: 'skipped', reason: 'template; check what it renders to' },
    ]);
  },
);

test('takes percent signs in contents for what they are', async () => {
  const folder = workspaceWith({
    'worker.bu':
      'variant: fcos\nversion: 1.5.0\nstorage:\n  files:\n    - path: /etc/motd.d/load\n      contents:\n        inline: |\n          %%LOAD%%\n          @load@\n',
  });
  const { report } = await checkFolder(folder);
  expect(report.leftOut).toEqual([]);
  expect(report.result).toBe('clean');
});
