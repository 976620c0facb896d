import type { Finding } from '../../src/model/finding.ts';
import type { RenderedChange } from '../../src/model/rendered-difference.ts';
import type { Report } from '../../src/model/report.ts';
import { matrixReport } from './html-matrix-report.ts';

const onAws = 'aws/kubernetes networking=calico controllers=1';
const onMetal = 'metal/kubernetes';

export const kubeletDiff = [
  '@@ -1,3 +1,4 @@',
  ' [Service]',
  '-ExecStart=/usr/bin/kubelet --v=1 <old>',
  '+ExecStart=/usr/bin/kubelet --v=2 <new>',
  '+\tRestart=always',
  ' [Install]',
];

/**
 * The report of a matrix against a base: of its findings one is old, one of the base is gone and one was not looked for
 * again; one entry could not be compared; a file differs on aws and one came on bare metal.
 */
export function comparedReport(): Report {
  const report = matrixReport();
  const finding = (message: string): Finding => {
    const found = report.findings.find((one) => one.message === message);
    if (!found) throw new Error(`the report has no finding ${message}`);
    return found;
  };
  const failed = report.results.find(({ outcome }) => outcome.status === 'failed')?.entry ?? '';
  const old = finding('Everywhere in modules.');
  return {
    ...report,
    base: {
      commit: 'ba5e'.padEnd(40, '0'),
      isComplete: true,
      findings: [
        old,
        { ...old, message: 'Mended by now.', entries: [onAws], fingerprint: 'a'.repeat(32) },
        { ...old, message: 'Nobody knows.', entries: [failed], fingerprint: 'b'.repeat(32) },
      ],
    },
    difference: {
      entries: report.entries.map(({ name }) => {
        if (name === failed) return { name, status: 'unknown', reason: 'the head could not be rendered' };
        return { name, status: name === onAws || name === onMetal ? 'changed' : 'same' };
      }),
      changes: [
        change({ path: '/etc/systemd/system/kubelet.service', machines: ['controller', 'worker'] }),
        change({
          path: 'manifests/coredns.yaml',
          entries: [onMetal],
          status: 'added',
          lines: ['@@ -0,0 +1 @@', '+kind: Service'],
          added: 1,
          removed: 0,
          leftOut: 7,
        }),
      ],
    },
    rendered: [
      { path: '/etc/hosts', machines: ['controller'], entries: [onAws, onMetal], text: 'one\n\ttwo\n' },
      { path: 'manifests/coredns.yaml', machines: [], entries: [onMetal], text: 'kind: Service\n' },
    ],
  };
}

function change(own: Partial<RenderedChange>): RenderedChange {
  return {
    path: '/etc/motd',
    machines: [],
    entries: [onAws],
    status: 'changed',
    lines: kubeletDiff,
    added: 2,
    removed: 1,
    leftOut: 0,
    ...own,
  };
}

/** The same as the second of seven parts. */
export function partReport(): Report {
  return {
    ...comparedReport(),
    shard: {
      index: 2,
      of: 7,
      plan: [],
      suppressions: { isWholeWorkspace: true, folder: '', rules: [], baseline: undefined, lines: [] },
    },
  };
}
