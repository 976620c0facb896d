import { itemsNamed, type WrittenItem } from '../../src/machine/find-item.ts';
import type { DocumentSubject } from '../../src/machine/subjects.ts';
import { defineCheck, type OriginProblem } from '../../src/model/check.ts';
import type { YamlPath } from '../../src/yaml/document.ts';
import { nodeAt } from '../../src/yaml/lookup.ts';

export const check = defineCheck({
  id: 'machine/replaced-by-snippet',
  title: 'Contents that a snippet replaces',
  severity: 'note',
  stage: 'merge',
  why: 'Merging replaces the contents of a unit or file of the same name as a whole. When the config changes later, the machine goes on with the snippet’s copy.',
  fix: 'To change a part of a unit, let the snippet add a drop-in; otherwise this is as it should be.',
  since: '0.1.0',
  links: ['https://coreos.github.io/ignition/operator-notes/#config-merging'],
  on: 'machine',
  *run({ documents, ignition }) {
    // Specification 2.x appends and replaces nothing.
    if (documents.length < 2 || ignition.version.startsWith('2.')) return;
    for (const unit of ignition.units) yield* replaced(documents, ['systemd', 'units'], 'name', unit.name);
    for (const file of ignition.files) yield* replaced(documents, ['storage', 'files'], 'path', file.path);
  },
  failing: {
    'windtunnel.yaml': 'machines:\n  - name: worker\n    config: worker.yaml\n    snippets: [motd.yaml]\n',
    'worker.yaml': file('worker'),
    'motd.yaml': file('somebody else'),
  },
  passing: {
    'windtunnel.yaml': 'machines:\n  - name: worker\n    config: worker.yaml\n    snippets: [motd.yaml]\n',
    'worker.yaml': file('worker'),
    'motd.yaml': 'variant: fcos\nversion: 1.5.0\n',
  },
});

function* replaced(
  documents: readonly DocumentSubject[],
  list: YamlPath,
  key: string,
  name: string,
): Iterable<OriginProblem> {
  const written = itemsNamed(documents, list, key, name).filter(hasContents);
  const [first] = written;
  const last = written.at(-1);
  if (!first || !last || first.document === last.document) return;
  yield {
    message: `this replaces the contents of ${name} in ${first.document.config.file}`,
    origin: last.origin,
    related: [{ origin: first.origin, message: 'the contents that are replaced' }],
  };
}

function hasContents({ node }: WrittenItem): boolean {
  return nodeAt(node, ['contents']) !== undefined || nodeAt(node, ['contents_local']) !== undefined;
}

function file(text: string): string {
  return `variant: fcos
version: 1.5.0
storage:
  files:
    - path: /etc/motd.d/cluster
      contents:
        inline: ${text}
`;
}
