import { assembleReport } from '../../src/model/assemble-report.ts';
import type { LocatedProblem } from '../../src/model/finding.ts';
import type { MatrixEntry } from '../../src/model/rendered-cluster.ts';
import type { Report } from '../../src/model/report.ts';
import type { StageResult } from '../../src/model/stage.ts';

const modules: readonly MatrixEntry[] = (['aws', 'azure'] as const).flatMap((platform) =>
  ['calico', 'cilium'].flatMap((networking) =>
    [1, 3].map((controllers) => ({
      name: `${platform}/kubernetes networking=${networking} controllers=${controllers}`,
      source: 'terraform' as const,
      platform,
      os: 'fedora-coreos' as const,
      networking,
      controllers,
    })),
  ),
);

const other: readonly MatrixEntry[] = [
  {
    name: 'metal/kubernetes',
    source: 'terraform',
    platform: 'bare-metal',
    os: 'flatcar',
    networking: 'calico',
  },
  { name: 'edge.yaml', source: 'files' },
  { name: 'lab.yaml', source: 'files', platform: 'hetzner', os: 'flatcar' },
  { name: 'web.yaml', source: 'files' },
];

const source = Array.from({ length: 40 }, (_, index) => `line ${index + 1} of the source`).join('\n');

const unit = {
  check: 'unit/unknown-directive',
  stage: 'units',
  severity: 'error',
  origin: { file: 'modules/kubelet.yaml', line: 20, column: 6, endColumn: 8 },
} as const;

const problems: readonly LocatedProblem[] = [
  ...modules.map(({ name }) => ({ ...unit, message: 'Everywhere in modules.', entry: name })),
  ...modules.slice(0, 1).map(({ name }) => ({
    ...unit,
    check: 'machine/duplicate-unit',
    severity: 'warning' as const,
    message: 'On aws only.',
    entry: name,
  })),
  { ...unit, severity: 'note', message: 'In a file without a platform.', entry: 'edge.yaml' },
  { ...unit, severity: 'note', message: 'In a file for hetzner.', entry: 'lab.yaml' },
];

function passed(entry: string): StageResult {
  return { stage: 'units', entry, subject: entry, outcome: { status: 'passed' } };
}

/** Modules on a grid, one of which failed and one of which is fine, and files beside them. */
export function matrixReport(): Report {
  const failed = modules[7]?.name ?? '';
  return assembleReport({
    version: '0.1.0',
    entries: [...modules, ...other],
    files: ['modules/kubelet.yaml'],
    objects: 0,
    problems,
    results: [
      ...modules.map(({ name }) => passed(name)),
      ...other.map(({ name }) => passed(name)),
      {
        stage: 'render',
        entry: failed,
        subject: failed,
        outcome: { status: 'failed', reason: 'no value for "region"' },
      },
      {
        stage: 'user-data',
        entry: 'metal/kubernetes',
        subject: 'controller',
        outcome: { status: 'skipped', reason: 'no limit is known' },
      },
    ],
    leftOut: [],
    gaps: modules.slice(0, 2).map(({ name }) => ({
      kind: 'placeholder',
      what: 'aws_instance.controllers[0].private_ip',
      why: 'its value is known after apply only',
      origin: { file: 'modules/main.tf', line: 3, column: 1 },
      entry: name,
    })),
    readText: () => source,
  });
}
