import type { Finding, Severity } from '../src/model/finding.ts';
import type { Platform } from '../src/model/rendered-cluster.ts';
import type { RenderedChange } from '../src/model/rendered-difference.ts';
import type { Report } from '../src/model/report.ts';
import { machineStages, type Stage, type StageResult } from '../src/model/stage.ts';
import type { CheckDescription, ReporterOptions } from '../src/report/reporter.ts';

const most = { findings: 5_000, entries: 256, changes: 5_000, listings: 1_000 };
const severities: readonly Severity[] = ['error', 'warning', 'note'];
const platforms: readonly Platform[] = ['aws', 'azure', 'google-cloud', 'digitalocean', 'bare-metal'];
const checks = ['unit/unknown-directive', 'machine/duplicate-unit', 'machine/mixed-variants'];

const entries = Array.from({ length: most.entries }, (_, index) => ({
  name: `${platforms[index % platforms.length]}/kubernetes networking=n${index % 3} variant=${index}`,
  source: 'terraform' as const,
  platform: platforms[index % platforms.length] ?? 'qemu',
  os: 'flatcar' as const,
  networking: `n${index % 3}`,
  kubernetes: '1.36',
  kubernetesFrom: 'image quay.io/poseidon/kubelet:v1.36.1',
}));
const names = entries.map(({ name }) => name).sort();

/** A report as large as they get: 5,000 findings over 256 entries; each holds for `holdsFor` of them. */
export function largeReport(holdsFor: number): Report {
  return {
    version: '0.1.0',
    entries,
    files: Array.from({ length: 100 }, (_, index) => `configs/file-${index}.yaml`),
    results: names.flatMap((entry) => machineStages.map((stage) => result(entry, stage))),
    objects: 10_000,
    findings: Array.from({ length: most.findings }, (_, index) => finding(index, holdsFor)),
    suppressed: [],
    leftOut: [],
    gaps: [],
  };
}

/** The same against a base that has half of the findings, with 5,000 differences and 1,000 rendered files. */
export function largeComparedReport(holdsFor: number): Report {
  const old = Array.from({ length: most.findings }, (_, index) => finding(2 * index, holdsFor));
  return {
    ...largeReport(holdsFor),
    base: { commit: 'ba5e'.padEnd(40, '0'), isComplete: true, findings: old.map(withoutExcerpt) },
    difference: {
      entries: names.map((name) => ({ name, status: 'changed' as const })),
      changes: Array.from({ length: most.changes }, (_, index) => change(index, holdsFor)),
    },
    rendered: Array.from({ length: most.listings }, (_, index) => ({
      path: `/etc/kubernetes/file-${index}.yaml`,
      machines: ['controller'],
      entries: someNames(index, holdsFor),
      text: Array.from({ length: 60 }, (_line, line) => `  line ${line} of file ${index}: "value"\n`).join(
        '',
      ),
    })),
  };
}

function result(entry: string, stage: Stage): StageResult {
  if (stage !== 'units')
    return {
      stage,
      entry,
      subject: 'controller',
      outcome: { status: 'skipped', reason: `because ${entry}` },
    };
  return { stage, entry, subject: 'controller', outcome: { status: 'findings', count: 3 } };
}

function finding(index: number, holdsFor: number): Finding {
  const line = (index % 50) + 1;
  return {
    check: checks[index % checks.length] ?? '',
    stage: 'units',
    severity: severities[index % severities.length] ?? 'note',
    message: `Unknown directive "Exec${index}" in [Service] of unit number ${index}.`,
    origin: { file: `configs/file-${Math.floor(index / 50)}.yaml`, line, column: 9, endColumn: 18 },
    entries: someNames(index, holdsFor),
    rendered: `unit-${index}.service line 7`,
    fingerprint: index.toString(16).padStart(32, '0'),
    excerpt: {
      firstLine: line,
      lines: [0, 1, 2, 3].map(
        (at) => `      - ExecStart=/usr/bin/thing-${index} --option=value --another=${at}`,
      ),
    },
  };
}

function withoutExcerpt({ excerpt: _, ...rest }: Finding): Finding {
  return rest;
}

function change(index: number, holdsFor: number): RenderedChange {
  const context = [1, 2, 3].map((line) => `   - --option-${line}=value of file ${index}`);
  return {
    path: `/etc/kubernetes/manifests/file-${index}.yaml`,
    machines: ['controller', 'worker'],
    entries: someNames(index, holdsFor),
    status: 'changed',
    lines: [
      '@@ -10,7 +10,7 @@',
      ...context,
      `-  image: quay.io/poseidon/kubelet:v1.36.${index}`,
      `+  image: quay.io/poseidon/kubelet:v1.37.${index}`,
      ...context,
    ],
    added: 1,
    removed: 1,
    leftOut: 0,
  };
}

function someNames(index: number, holdsFor: number): readonly string[] {
  if (holdsFor >= names.length) return [...names];
  const from = index % (names.length - holdsFor);
  return names.slice(from, from + holdsFor);
}

function describeCheck(id: string): CheckDescription {
  return {
    id,
    title: 'Unknown directive in a unit',
    severity: 'error',
    stage: 'units',
    why: 'systemd ignores a directive that it does not know, so the unit starts without it.',
    fix: 'Correct the name, or prefix it with `X-` when it is meant for another program that reads the unit.',
    url: `https://windtunnel.example/checks/${id}`,
  };
}

export const largeReportOptions: ReporterOptions = {
  color: true,
  width: 120,
  failOn: 'error',
  describe: describeCheck,
};
