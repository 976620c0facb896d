import { itemsNamed, originOfMachine } from '../../src/machine/find-item.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'machine/mount-conflict',
  title: 'Two file systems mounted at one path',
  severity: 'error',
  stage: 'merge',
  why: 'Of two file systems with the same path the second hides the first, or its mount unit replaces the other’s: data ends on a disk nobody meant.',
  fix: 'Give each file system a path of its own.',
  since: '0.1.0',
  links: ['https://coreos.github.io/ignition/specs/'],
  on: 'machine',
  *run({ documents, ignition }) {
    const devices = new Map<string, string>();
    for (const { device, path } of ignition.filesystems) {
      if (path === undefined || path === '') continue;
      const other = devices.get(path);
      devices.set(path, device);
      if (other === undefined || other === device) continue;
      const written = itemsNamed(documents, ['storage', 'filesystems'], 'path', path);
      yield {
        message: `${device} and ${other} are both mounted at ${path}`,
        origin: written.at(-1)?.origin ?? originOfMachine(documents),
        ...(written[0] && written.length > 1
          ? { related: [{ origin: written[0].origin, message: `${other} here` }] }
          : {}),
      };
    }
  },
  failing: { 'worker.yaml': disks('/var/lib/docker', '/var/lib/docker') },
  passing: { 'worker.yaml': disks('/var/lib/docker', '/var/lib/containerd') },
});

function disks(first: string, second: string): string {
  return `variant: fcos
version: 1.5.0
storage:
  filesystems:
    - device: /dev/disk/by-label/first
      path: ${first}
      format: xfs
    - device: /dev/disk/by-label/second
      path: ${second}
      format: xfs
`;
}
