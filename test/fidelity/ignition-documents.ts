import { bases, type Config } from './corpus.ts';
import { redeclare } from './json-mutators.ts';

/** An Ignition document and its major version, 0 for one that is no config. */
interface IgnitionDocument extends Config {
  readonly major: number;
}

/** Ignition documents to merge with each other: both majors, several versions, and some that are no config. */
export function ignitionDocuments(): IgnitionDocument[] {
  const redeclared = bases('ignition').flatMap(({ name, source }) => {
    const versions = name.startsWith('modern')
      ? ['3.0.0', '3.3.0', '3.5.0', '3.6.0', '3.7.0-experimental', '9.9.9']
      : ['2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0', '2.5.0-experimental'];
    return versions.map((version) => ({ name: `${name}.as-${version}`, source: redeclare(source, version) }));
  });
  const refused = [
    { name: 'empty', source: '' },
    { name: 'broken', source: '{"ignition": {"version": "3.4.0"}' },
    { name: 'invalid', source: '{"ignition": {"version": "3.4.0"}, "storage": {"files": [{"path": "x"}]}}' },
  ];
  return [...redeclared, ...overlapping, ...refused].map((document) => ({
    ...document,
    major: Number(/"version": ?"(\d)/.exec(document.source)?.[1] ?? 0),
  }));
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
