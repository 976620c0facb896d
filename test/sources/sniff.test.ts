import { describe, expect, test } from 'vitest';
import { sniff } from '../../src/sources/files/sniff.ts';

const unit = 'systemd:\n  units:\n    - name: a.service\n      enabled: true\n';
const file = 'storage:\n  files:\n    - path: /etc/motd\n      mode: 0644\n';

describe('Butane', () => {
  test.each([
    ['variant and version', 'variant: fcos\nversion: 1.5.0\n'],
    ['below a marker and comments', '# a worker\n---\n# more\nversion: 1.1.0\nvariant: flatcar\n'],
    ['quoted keys', '"variant": "fcos"\n\'version\': 1.5.0\n'],
    ['all keys indented', '  # note\n  variant: fcos\n  version: 1.5.0\n'],
    ['CRLF', `variant: fcos\r\nversion: 1.5.0\r\n${unit.replaceAll('\n', '\r\n')}`],
    ['a byte order mark', '\ufeffvariant: fcos\nversion: 1.5.0\n'],
    ['sections before the variant', `${unit}variant: fcos\nversion: 1.5.0\n`],
    ['no version yet', `variant: flatcar\n${file}`],
    ['a slip in the variant', 'variant: fcso\nversion: 1.5.0\n'],
    ['an unknown variant with sections', `variant: rhcos\nversion: 4.1.0\n${unit}`],
    ['OpenShift', 'variant: openshift\nversion: 4.14.0\nmetadata:\n  name: a\n'],
    ['a variant to be filled in', `variant: \${os}\nversion: 1.5.0\n`],
    ['broken further down', `variant: fcos\nversion: 1.5.0\n${unit}  : [}\n`],
    ['JSON', '{"variant": "fcos", "version": "1.5.0"}'],
    ['flow style', '{variant: fcos, version: 1.5.0}'],
    ['only the first document counts', 'variant: fcos\nversion: 1.5.0\n---\nname: x\n'],
    ['a comment behind the variant', 'variant: fcos # CoreOS\nversion: 1.5.0\n'],
  ])('%s', (_, text) => expect(sniff(text)).toBe('butane'));
});

describe('Container Linux Config', () => {
  test.each([
    ['units', unit],
    ['files', file],
    ['users', 'passwd:\n  users:\n  - name: core\n'],
    ['networkd', 'networkd:\n  units:\n    - name: 00-eth.network\n'],
    ['flow style', 'systemd: {units: [{name: a.service}]}\n'],
    ['two sections in flow style below', 'passwd:\n  users: [{name: core}]\n'],
    ['a reboot strategy', 'locksmith:\n  reboot_strategy: reboot\n'],
    ['two weak signs', 'update:\n  group: stable\netcd:\n  version: 3.4.0\n'],
    ['etcd with two options', 'etcd:\n  name: a\n  listen_client_urls: http://0.0.0.0:2379\n'],
    ['a misspelt section beside a known one', `sytemd:\n  units: []\n${file}`],
    ['a misspelt variant', `varient: fcos\n${unit}${file}`],
    ['items made by a directive', 'storage:\n  files:\n    %{ for f in files }\n    - path: /a\n'],
    [
      'comments and blank lines between',
      'systemd:\n\n  # all units\n  units:\n\n    # the first\n    - name: a\n',
    ],
    ['an anchor', 'passwd:\n  users: &all\n    - name: core\n'],
  ])('%s', (_, text) => expect(sniff(text)).toBe('container-linux-config'));
});

describe('Ignition', () => {
  test.each([
    ['version 3', '{"ignition": {"version": "3.4.0"}}'],
    ['version 2, pretty', '{\n  "storage": {},\n  "ignition": {\n    "version": "2.3.0"\n  }\n}\n'],
    ['cut off', '{"ignition": {"version": "3.4.0"}, "storage": {"files": [{"pa'],
    ['a comma too many', '{"ignition": {"config": null, "version": "3.4.0",}}'],
    ['a byte order mark', '\ufeff{"ignition": {"version": "3.4.0"}}'],
  ])('%s', (_, text) => expect(sniff(text)).toBe('ignition'));
});

describe('Kubernetes manifests', () => {
  test.each([
    ['one document', 'apiVersion: v1\nkind: Service\n'],
    ['a comment first', '# Source: x\n---\nkind: List\napiVersion: v1\n'],
    ['JSON', '{"kind": "Service", "apiVersion": "v1"}'],
    ['with a key that machine configs have', 'apiVersion: a/v1\nkind: Disk\nstorage:\n  size: 1Gi\n'],
    [
      'MachineConfig, with Ignition inside',
      '{"apiVersion":"v1","kind":"MachineConfig","spec":{"config":{"ignition":{"version":"3.2.0"}}}}',
    ],
  ])('%s', (_, text) => expect(sniff(text)).toBe('kubernetes'));
});

describe('nothing of ours', () => {
  test.each([
    ['empty', ''],
    ['cloud-config', `#cloud-config\n${file}users:\n  - name: a\n`],
    ['cloud-init without its header', `write_files:\n  - path: /a\n${unit}`],
    ['the older cloud-config', `coreos:\n  units: []\n${unit}`],
    ['compose', 'services:\n  web:\n    image: a\nvolumes:\n  storage: {}\n'],
    ['a workflow', 'on: push\njobs:\n  storage:\n    runs-on: x\n'],
    ['a playbook', '- hosts: all\n  tasks:\n    - systemd:\n        units: []\n'],
    ['chart values', 'storage:\n  size: 8Gi\n  files: 3\ndocker:\n  image: a\nupdate:\n  enabled: true\n'],
    ['files that are no list', 'storage:\n  files: /var/lib/x\n  disks: 2\n'],
    ['units that are names', 'systemd:\n  units:\n    - sshd.service\n    - docker.service\n'],
    ['one section among strange ones', `${file}server:\n  port: 1\nlogging:\n  level: x\n`],
    ['storage alone', 'storage:\n  type: s3\n  bucket: b\n'],
    ['a section with nothing known', 'systemd:\n  enabled: true\netcd:\n  image: a\n'],
    ['one weak sign', 'update:\n  server: https://a.example\n'],
    ['another program with a variant', 'variant: dark\nversion: 1.0.0\ncolours: []\n'],
    ['a variant and nothing else', 'variant: fcos\n'],
    ['a variant further down', 'product:\n  variant: fcos\n  version: 1.0.0\n'],
    ['apiVersion without kind', 'apiVersion: v2\nname: chart\nversion: 1.0.0\n'],
    ['package.json', '{"name": "x", "version": "1.0.0", "ignition": true}'],
    ['a list in JSON', '[{"ignition": {"version": "3.4.0"}}]'],
    ['another ignition', '{"ignition": {"mode": "fast"}}'],
    ['JSON with a comment', '{ // "ignition": {"version": 3}\n}'],
    ['only a marker', '---\n'],
    ['text', 'systemd: the system and service manager\n'],
  ])('%s', (_, text) => expect(sniff(text)).toBeUndefined());
});

test('texts of eight megabytes that are made to be slow are told at once', () => {
  const size = 8 * 1024 * 1024;
  const texts = [' ', '\n', '#\n', '{', '"', 'a:\n ', '- ', 'variant: ', '{"ignition": {', '---\n'];
  for (const text of texts) sniff(text.repeat(size / text.length));
  expect(sniff(`variant: fcos\nversion: 1.5.0\nx: ${' '.repeat(size)}`)).toBe('butane');
});
