import { bases, type Config } from './corpus.ts';
import { redeclare } from './json-mutators.ts';

/** Ignition documents to merge with each other: both majors, several versions, and some that are no config. */
export function ignitionDocuments(): Config[] {
  const own = bases('ignition');
  const versions = ['2.0.0', '2.4.0', '3.2.0', '3.5.0', '3.7.0-experimental', '9.9.9'];
  const redeclared = own.flatMap(({ name, source }) =>
    versions.map((version) => ({ name: `${name}.as-${version}`, source: redeclare(source, version) })),
  );
  return [
    ...own,
    ...redeclared,
    ...overlapping,
    { name: 'empty', source: '' },
    { name: 'broken', source: '{"ignition": {"version": "3.4.0"}' },
    { name: 'invalid', source: '{"ignition": {"version": "3.4.0"}, "storage": {"files": [{"path": "x"}]}}' },
  ];
}

/** Documents that speak of the same files, units and users as the bases. */
const overlapping: readonly Config[] = [
  document('drop-in', '3.3.0', {
    systemd: {
      units: [
        { name: 'crio.service', dropins: [{ name: '20-more.conf', contents: '[Service]\nNice=5' }] },
        { name: 'kubelet.service', enabled: false },
      ],
    },
  }),
  document('same-file', '3.1.0', {
    storage: { files: [{ path: '/etc/hostname', mode: 384, contents: { source: 'data:,other%20<&>' } }] },
  }),
  document('same-user', '3.4.0', {
    passwd: { users: [{ name: 'core', sshAuthorizedKeys: ['ssh-ed25519 AAAA second'], shell: '/bin/zsh' }] },
    kernelArguments: { shouldExist: ['mitigations=auto', 'quiet'] },
  }),
  document('same-file-2', '2.3.0', {
    storage: {
      files: [{ filesystem: 'root', path: '/etc/hostname', mode: 384, contents: { source: 'data:,other' } }],
    },
    systemd: { units: [{ name: 'docker.service', mask: true }] },
  }),
];

function document(name: string, version: string, sections: object): Config {
  return { name, source: JSON.stringify({ ignition: { version }, ...sections }) };
}
