import { assembleReport, type RunOutcome } from '../../src/model/assemble-report.ts';
import type { Report } from '../../src/model/report.ts';
import type { CheckDescription, ReporterOptions } from '../../src/report/reporter.ts';

const controller = `variant: fcos
version: 1.5.0
systemd:
  units:
    - name: kubelet.service
      enabled: true
      contents: |
        [Service]
        ExecStrat=/usr/bin/kubelet
        Restart=always
`;

const snippet = `variant: flatcar
version: 1.1.0
systemd:
  units:
    - name: kubelet.service
      dropins:
        - name: 10-memory.conf
          contents: |
            [Service]
            MemoryMaximum=2G
`;

const texts: Readonly<Record<string, string>> = {
  'configs/controller.yaml': controller,
  'snippets/memory.yaml': snippet,
};

const unknownDirective = {
  check: 'unit/unknown-directive',
  stage: 'units',
  severity: 'error',
  message: 'Unknown directive "ExecStrat" in [Service].',
  origin: { file: 'configs/controller.yaml', line: 9, column: 9, endColumn: 18 },
  fix: 'Write `ExecStart`.',
  rendered: 'kubelet.service line 2',
} as const;

const clouds = ['aws', 'azure', 'bare-metal', 'hetzner', 'openstack'];

/** A run with a finding of each severity, each of the five ways a stage ends, and both kinds of left out files. */
export const handMadeRun: RunOutcome = {
  version: '0.1.0',
  entries: clouds.map((name) => ({
    name,
    source: 'terraform',
    os: 'fedora-coreos',
    kubernetes: '1.36',
    kubernetesFrom: 'image quay.io/poseidon/kubelet:v1.36.1',
  })),
  objects: 12,
  files: ['configs/controller.yaml', 'snippets/memory.yaml'],
  problems: [
    ...clouds.map((entry) => ({ ...unknownDirective, entry })),
    {
      check: 'unit/unknown-directive',
      stage: 'units',
      severity: 'error',
      message: 'Unknown directive "MemoryMaximum" in [Service].',
      origin: { file: 'snippets/memory.yaml', line: 10, column: 13, endColumn: 26 },
      entry: 'aws',
    },
    {
      check: 'machine/duplicate-unit',
      stage: 'merge',
      severity: 'warning',
      message: 'Unit kubelet.service is defined twice.',
      origin: { file: 'snippets/memory.yaml', line: 5, column: 13 },
      related: [
        { origin: { file: 'configs/controller.yaml', line: 5, column: 13 }, message: 'first defined here' },
      ],
      entry: 'aws',
    },
    {
      check: 'machine/mixed-variants',
      stage: 'merge',
      severity: 'note',
      message: 'The snippet is flatcar, the config fcos.',
      origin: { file: 'snippets/memory.yaml', line: 0, column: 0 },
      entry: 'aws',
    },
  ],
  results: [
    { stage: 'translate', entry: 'aws', subject: 'controller', outcome: { status: 'passed' } },
    { stage: 'translate', entry: 'azure', subject: 'controller', outcome: { status: 'passed' } },
    { stage: 'translate', entry: 'bare-metal', subject: 'controller', outcome: { status: 'passed' } },
    { stage: 'merge', entry: 'aws', subject: 'controller', outcome: { status: 'findings', count: 2 } },
    {
      stage: 'user-data',
      entry: 'azure',
      subject: 'controller',
      outcome: { status: 'skipped', reason: 'no size limit is known for azure' },
    },
    {
      stage: 'user-data',
      entry: 'bare-metal',
      subject: 'controller',
      outcome: { status: 'not-applicable', reason: 'served by matchbox' },
    },
    { stage: 'units', entry: 'aws', subject: 'controller', outcome: { status: 'findings', count: 2 } },
    { stage: 'units', entry: 'azure', subject: 'controller', outcome: { status: 'findings', count: 1 } },
    {
      stage: 'contents',
      entry: 'azure',
      subject: 'controller',
      outcome: { status: 'failed', reason: 'the shell parser ran out of memory' },
    },
    { stage: 'kubernetes', entry: 'aws', subject: 'controller', outcome: { status: 'passed' } },
  ],
  leftOut: [
    {
      file: 'templates/worker.yaml',
      status: 'skipped',
      reason: 'template; the terraform source renders it',
    },
    { file: 'configs/broken.yaml', status: 'failed', reason: 'permission denied' },
  ],
  gaps: [],
  readText: (file) => texts[file],
};

const checks: readonly CheckDescription[] = [
  {
    id: 'unit/unknown-directive',
    title: 'Unknown directive in a unit',
    severity: 'error',
    stage: 'units',
    why: 'systemd ignores a directive that it does not know, so the unit starts without it.',
    fix: 'Correct the name, or prefix it with X- when it is meant for another program that reads the unit.',
    url: 'https://windtunnel.example/checks/unit/unknown-directive',
  },
  {
    id: 'machine/duplicate-unit',
    title: 'Unit defined twice',
    severity: 'warning',
    stage: 'merge',
    why: 'The later definition replaces the earlier one.',
    fix: 'Keep one, or make the other a drop-in.',
    url: 'https://windtunnel.example/checks/machine/duplicate-unit',
  },
  {
    id: 'machine/mixed-variants',
    title: 'Config and snippet have different variants',
    severity: 'note',
    stage: 'merge',
    why: 'Each variant has defaults of its own.',
    fix: 'Use one variant.',
    url: 'https://windtunnel.example/checks/machine/mixed-variants',
  },
];

/** Facts of a check that exists only in tests. */
export function describeCheck(id: string): CheckDescription {
  const known = checks.find((check) => check.id === id);
  if (known === undefined) throw new Error(`no such check: ${id}`);
  return known;
}

export const plainOptions: ReporterOptions = {
  color: false,
  width: 80,
  failOn: 'error',
  describe: describeCheck,
};

/** The hand-made run as a report, with one finding suppressed by a comment. */
export function handMadeReport(): Report {
  const suppressedRun = {
    ...handMadeRun,
    problems: [
      {
        check: 'unit/unknown-directive',
        stage: 'units',
        severity: 'error',
        message: 'Unknown directive "Restart" in [Service].',
        origin: { file: 'configs/controller.yaml', line: 10, column: 9, endColumn: 16 },
        entry: 'aws',
      } as const,
    ],
  };
  const suppressed = assembleReport(suppressedRun).findings.map((finding) => ({
    finding,
    by: 'comment' as const,
    reason: 'a test of ours',
  }));
  return { ...assembleReport(handMadeRun), suppressed };
}

/** A run in which everything passed. */
export const cleanReport: Report = assembleReport({
  version: '0.1.0',
  entries: [{ name: 'configs/controller.yaml', source: 'files' }],
  files: ['configs/controller.yaml'],
  objects: 0,
  problems: [],
  results: [
    {
      stage: 'translate',
      entry: 'configs/controller.yaml',
      subject: 'configs/controller.yaml',
      outcome: { status: 'passed' },
    },
  ],
  leftOut: [],
  gaps: [],
  readText: () => undefined,
});
