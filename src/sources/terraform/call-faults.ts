import type { LocatedProblem } from '../../model/finding.ts';
import { type Origin, wholeFile } from '../../model/origin.ts';
import type { Gap } from '../../model/rendered-cluster.ts';
import type { LeftOut } from '../../model/report.ts';
import { displayPath } from './fetched-modules.ts';
import type { CallFault, ModuleTree } from './module-tree.ts';

/** What the faults of a tree are for the report. */
export interface ReportedFaults {
  /** The modules are wrong: one for each entry. */
  readonly problems: readonly LocatedProblem[];
  /** Nobody is at fault, and something is not looked at. */
  readonly gaps: readonly Gap[];
  /** Something that should be there could not be asked for. */
  readonly leftOut: readonly LeftOut[];
}

const checks = {
  wrong: 'terraform/module-source',
  cycle: 'terraform/cycle',
  limit: 'terraform/limit',
} as const;

/** Sorts the faults of a tree into what is wrong, what is missing, and what could not be had. */
export function reportFaults(tree: ModuleTree, entries: readonly string[]): ReportedFaults {
  const problems: LocatedProblem[] = [];
  const gaps: Gap[] = [];
  const leftOut: LeftOut[] = [];
  for (const fault of tree.faults) {
    const origin = originOf(fault, tree);
    const { kind, message, call } = fault;
    const init = `run \`terraform init\` in ${tree.root || 'this folder'}`;
    if (kind === 'needs-init') {
      gaps.push({ kind: 'missing', what: `module.${call.name}`, why: `${message}: ${init}`, origin });
    } else if (kind === 'unread') {
      gaps.push({ kind: 'missing', what: `module.${call.name}`, why: message, origin });
    } else if (kind === 'doubt') {
      gaps.push({ kind: 'missing', what: `the newest state of module.${call.name}`, why: message, origin });
    } else if (kind === 'unavailable') {
      leftOut.push({ file: origin.file, status: 'failed', reason: `${message}; or ${init}` });
    } else {
      const fix = fixes[kind];
      problems.push(
        ...entries.map((entry): LocatedProblem => {
          return { check: checks[kind], stage: 'render', severity: 'error', entry, message, origin, fix };
        }),
      );
    }
  }
  return { problems, gaps, leftOut };
}

const fixes = {
  wrong:
    'Correct the source: a folder of the workspace by a path relative to this file, or a repository and ref.',
  cycle: 'Take out one of the calls: no module can hold itself.',
  limit: 'Call fewer modules.',
} as const;

function originOf({ call }: CallFault, tree: ModuleTree): Origin {
  const range = call.sourceRange ?? call.range;
  const { file, ...place } = range;
  const shown = displayPath(file, tree.fetched);
  return range.line === 0 ? wholeFile(shown) : { file: shown, ...place };
}
