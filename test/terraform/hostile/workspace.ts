import { checkModules, placeOf } from '../traps/check-modules.ts';

/** A module that has one mistake: whatever else lies in the workspace, it must be found. */
export const neighbour: Readonly<Record<string, string>> = {
  'neighbour/main.tf': `data "ct_config" "node" {
  strict  = true
  content = file("\${path.module}/node.tftpl")
}
`,
  'neighbour/node.tftpl': 'variant: fcos\nversion: 1.5.0\nstroage: {}\n',
};

const neighbourFinding = 'translate/unused-key neighbour/node.tftpl:3:1-3:8 unknown key stroage';

/** Everything that a run says of the modules beside the neighbour. */
export interface Answer {
  readonly code: number | null;
  /** `check file:line:column-endLine:endColumn message`, those of the neighbour left out. */
  readonly findings: readonly string[];
  /** `entry stage: reason` of what failed, and `file: reason` of what was left out as failed. */
  readonly failures: readonly string[];
  /** `what: why` */
  readonly gaps: readonly string[];
  /** All that the run wrote. */
  readonly output: string;
  readonly isNeighbourChecked: boolean;
}

/** Checks a folder with hostile modules and the neighbour in it. */
export async function checkHostile(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { code, report, stdout, stderr } = await checkModules(folder, args, env);
  const all = report.findings.map((finding) => `${placeOf(finding)} ${finding.message}`);
  const failed = report.results.filter(({ status }) => status === 'failed');
  const left = report.leftOut.filter(({ status }) => status === 'failed');
  return {
    code,
    findings: all.filter((each) => each !== neighbourFinding),
    failures: [
      ...failed.map(({ entry, stage, reason }) => `${entry} ${stage}: ${reason}`),
      ...left.map(({ file, reason }) => `${file}: ${reason}`),
    ],
    gaps: report.gaps.map(({ what, why }) => `${what}: ${why}`),
    output: stdout + stderr,
    isNeighbourChecked: all.includes(neighbourFinding),
  };
}
