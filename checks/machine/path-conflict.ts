import { itemsNamed, originOfMachine } from '../../src/machine/find-item.ts';
import type { Ignition } from '../../src/machine/ignition.ts';
import type { MachineSubject } from '../../src/machine/subjects.ts';
import { defineCheck, type OriginProblem } from '../../src/model/check.ts';

type NodeKind = 'files' | 'directories' | 'links';

const kinds: readonly NodeKind[] = ['files', 'directories', 'links'];
const words: Readonly<Record<NodeKind, string>> = {
  files: 'a file',
  directories: 'a directory',
  links: 'a link',
};

export const check = defineCheck({
  id: 'machine/path-conflict',
  title: 'Two things at one path of the machine',
  severity: 'error',
  stage: 'merge',
  why: 'A path holds one thing. Where the config makes a file and a directory of the same name, or a file below a file, Ignition fails at first boot and the machine stops in the emergency shell.',
  fix: 'Take one of the two out, or give it another path.',
  since: '0.1.0',
  links: ['https://coreos.github.io/ignition/operator-notes/'],
  on: 'machine',
  *run(machine) {
    const seen = new Map<string, NodeKind>();
    for (const [kind, path] of nodes(machine.ignition)) {
      const other = seen.get(path);
      if (other !== undefined && other !== kind) {
        yield conflict(machine, [kind, path], [other, path], `${path} is ${words[other]} and ${words[kind]}`);
      }
      seen.set(path, kind);
    }
    for (const [path, kind] of seen) {
      const parent = parents(path).find((folder) => seen.get(folder) === 'files');
      if (parent === undefined) continue;
      yield conflict(
        machine,
        [kind, path],
        ['files', parent],
        `${path} lies below ${parent}, which is a file`,
      );
    }
  },
  failing: {
    'worker.yaml': `variant: fcos
version: 1.5.0
storage:
  files:
    - path: /etc/kubernetes
      contents:
        inline: cluster
    - path: /etc/kubernetes/zone
      contents:
        inline: a
`,
  },
  passing: {
    'worker.yaml': `variant: fcos
version: 1.5.0
storage:
  directories:
    - path: /etc/kubernetes
  files:
    - path: /etc/kubernetes/zone
      contents:
        inline: a
`,
  },
});

type PlacedNode = readonly [NodeKind, string];

function* nodes(ignition: Ignition): Iterable<PlacedNode> {
  for (const kind of kinds) for (const node of ignition[kind]) yield [kind, node.path];
}

function parents(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(2).map((_, index) => parts.slice(0, index + 2).join('/'));
}

function conflict(
  { documents }: MachineSubject,
  [kind, path]: PlacedNode,
  [otherKind, otherPath]: PlacedNode,
  message: string,
): OriginProblem {
  const item = itemsNamed(documents, ['storage', kind], 'path', path).at(-1);
  const other = itemsNamed(documents, ['storage', otherKind], 'path', otherPath).at(0);
  return {
    message,
    origin: item?.origin ?? originOfMachine(documents),
    ...(other ? { related: [{ origin: other.origin, message: `${words[otherKind]} here` }] } : {}),
  };
}
