import { type Mutator, replace } from './mutator.ts';

/** Changes of Ignition JSON: what is no JSON, what is no config, and what the validators check. */
export const jsonMutators: readonly Mutator[] = [
  replace('trailing-comma', /\}$/, ',}'),
  replace('comment', /^\{/, '{ // why\n'),
  replace('single-quotes', /"name"/, "'name'"),
  replace('duplicate-key', /"ignition"/, '"ignition": {}, "ignition"'),
  replace('array-document', /^([\s\S]*)$/, '[$1]'),
  replace('string-document', /^[\s\S]*$/, '"ignition"'),
  replace('null-document', /^[\s\S]*$/, 'null'),
  replace('cloud-config', /^[\s\S]*$/, '#cloud-config\nusers: []\n'),
  replace('script', /^[\s\S]*$/, '#!/bin/bash\ntrue\n'),
  replace('no-version', /"version": ?"[^"]*",?/, '"x": 1,'),
  replace('version-number', /"version": ?"[^"]*"/, '"version": 3'),
  replace('version-null', /"version": ?"[^"]*"/, '"version": null'),
  replace('version-unknown', /"version": ?"[^"]*"/, '"version": "9.9.9"'),
  replace('version-short', /"version": ?"[^"]*"/, '"version": "3.3"'),
  replace('version-capital', /"version"/, '"Version"'),
  replace('ignition-string', /"ignition": ?\{/, '"ignition": "x", "y": {'),
  replace('unknown-key', /"storage": ?\{/, '"storage": { "Files": [], "flies": [],'),
  replace('unknown-keys-deep', /"path":/, '"Path": 1, "paht": 2, "path":'),
  replace('relative-path', /"path": ?"\//, '"path": "'),
  replace('empty-path', /"path": ?"[^"]*"/, '"path": ""'),
  replace('number-path', /"path": ?"[^"]*"/, '"path": 7'),
  replace('mode-too-big', /"mode": ?\d+/, '"mode": 99999'),
  replace('mode-string', /"mode": ?\d+/, '"mode": "0644"'),
  replace('mode-fraction', /"mode": ?\d+/, '"mode": 420.5'),
  replace('mode-setuid', /"mode": ?\d+/, '"mode": 2541'),
  replace('bad-source', /"source": ?"[^"]*"/, '"source": "gopher://x"'),
  replace('bad-data-url', /"source": ?"data:[^"]*"/, '"source": "data:;base64,%%%"'),
  replace('unit-suffix', /\.service"/, '"'),
  replace('drop-in-suffix', /\.conf"/, '.cfg"'),
  replace('bad-unit-text', /\[Service\]/, '[Service'),
  replace('unit-without-install', /\\n\[Install\][^"]*"/, '"'),
  replace('null-section', /"storage": ?\{/, '"storage": null, "x": {'),
  replace('null-files', /"files": ?\[/, '"files": null, "x": ['),
  replace('object-for-list', /"units": ?\[/, '"units": {}, "x": ['),
  replace('repeated-path', /"\/etc\/(motd|blob)"/, '"/etc/hostname"'),
  replace('repeated-unit', /"(docker|kubelet)\.service"/, '"etcd-member.service"'),
  replace('raid-level', /"raid\d"/, '"raid9"'),
  replace('bad-format', /"xfs"/, '"zfs"'),
  replace('huge-number', /"mode": ?\d+/, '"mode": 99999999999999999999'),
  replace('escapes', /"core"/, '"\\u0063ore\\ud83d"'),
];

/** Makes `source` declare another Ignition version. */
export function redeclare(source: string, version: string): string {
  return source.replace(/"version": ?"[^"]*"/, `"version": "${version}"`);
}
