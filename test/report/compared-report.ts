import type { RenderedChange } from '../../src/model/rendered-difference.ts';
import type { Report } from '../../src/model/report.ts';
import { handMadeReport } from './hand-made-run.ts';

export const baseCommit = 'ba5e'.padEnd(40, '0');

export const kubeletChange: RenderedChange = {
  path: '/etc/systemd/system/kubelet.service',
  machines: ['controller', 'worker'],
  entries: ['aws', 'azure'],
  status: 'changed',
  lines: [
    '@@ -1,4 +1,4 @@',
    ' [Service]',
    '-ExecStart=/usr/bin/kubelet --v=2',
    '+ExecStart=/usr/bin/kubelet --v=4',
    ' Restart=always',
  ],
  added: 1,
  removed: 1,
  leftOut: 0,
};

const bundleChange: RenderedChange = {
  path: 'manifests/coredns/service.yaml',
  machines: [],
  entries: ['aws'],
  status: 'added',
  lines: ['@@ -0,0 +1,2 @@', '+apiVersion: v1', '+kind: Service', '\\ No newline at end of file'],
  added: 2,
  removed: 0,
  leftOut: 0,
};

/**
 * The hand-made run against a base: of its findings the first is new, one that was in the base is gone, of one nobody
 * can say since its file cannot be read. Two of five entries changed.
 */
export function comparedReport(): Report {
  const report = handMadeReport();
  const [first, ...others] = report.findings.map(({ excerpt: _, ...finding }) => finding);
  if (!first) throw new Error('the run has findings');
  const gone = {
    ...first,
    message: 'Unknown directive "Afer" in [Unit].',
    entries: ['aws'],
    fingerprint: 'a'.repeat(32),
  };
  const unreadable = { ...gone, message: 'It is not read again.', fingerprint: 'b'.repeat(32) };
  return {
    ...report,
    base: {
      commit: baseCommit,
      isComplete: true,
      findings: [
        { ...unreadable, origin: { file: 'configs/broken.yaml', line: 1, column: 1 } },
        gone,
        ...others,
      ],
    },
    difference: {
      entries: [
        { name: 'aws', status: 'changed' },
        { name: 'azure', status: 'changed' },
        { name: 'bare-metal', status: 'same' },
        { name: 'digitalocean', status: 'removed' },
        { name: 'hetzner', status: 'added' },
        { name: 'openstack', status: 'unknown', reason: 'the base does not render: no value for "region"' },
      ],
      changes: [kubeletChange, bundleChange],
    },
    rendered: [
      { path: '/etc/hostname', machines: ['controller'], entries: ['aws', 'azure'], text: 'node\n' },
      { path: 'manifests/coredns/service.yaml', machines: [], entries: ['aws'], text: 'apiVersion: v1' },
    ],
  };
}
