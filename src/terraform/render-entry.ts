import type { Core } from '../core/host.ts';
import type { Diagnostic, Range } from '../core/terraform-protocol.ts';
import { checkFiles } from '../machine/check-files.ts';
import type { Check } from '../model/check.ts';
import type { LocatedProblem } from '../model/finding.ts';
import { type Origin, wholeFile } from '../model/origin.ts';
import type { RenderedCluster } from '../model/rendered-cluster.ts';
import type { StageResult } from '../model/stage.ts';
import { displayPath, rootFolderOf } from '../sources/terraform/fetched-modules.ts';
import type { RenderJob } from '../stages/job.ts';
import { extractCluster } from './extract/extract-cluster.ts';
import { missingValue } from './missing-value.ts';

export interface RenderVerdict {
  readonly cluster: RenderedCluster;
  readonly results: readonly StageResult[];
  readonly problems: readonly LocatedProblem[];
}

/**
 * Renders one matrix entry of Terraform modules: what its machines and API servers would receive, and what is wrong
 * with the modules themselves. Throws `CoreFailure` when the core breaks on them.
 */
export function renderEntry(core: Core, checks: readonly Check[], job: RenderJob): RenderVerdict {
  const result = core.call('terraform.render', job.params);
  const originOf = ({ file, ...place }: Range): Origin => ({
    file: displayPath(file, job.fetched),
    ...place,
  });
  const cluster = extractCluster(job.entry, result, {
    originOf,
    displayPath: (file) => displayPath(file, job.fetched),
    modules: job.params.modules,
  });
  const root = wholeFile(displayPath(rootFolderOf(job.params), job.fetched));
  const said = result.diagnostics.map((each) => ({
    each,
    missing: missingValue(each, job.sampled, originOf),
  }));
  const problems = said
    .filter(({ missing }) => missing === undefined)
    .map(({ each }) => problemOf(checks, job.entry.name, each, originOf, root));
  const missing = said.flatMap((each) => each.missing ?? []);
  const gaps = [...job.gaps, ...missing, ...cluster.gaps];
  // What provisioners bring is checked here: it is little, and few entries have the same.
  const written = checkFiles(core, checks, cluster.entry, cluster.files, cluster.secrets);
  return {
    cluster: { ...cluster, gaps },
    results: [...resultsOf(job.entry.name, job.found + problems.length, gaps), ...written.results],
    problems: [...problems, ...written.problems],
  };
}

function problemOf(
  checks: readonly Check[],
  entry: string,
  said: Diagnostic,
  originOf: (range: Range) => Origin,
  root: Origin,
): LocatedProblem {
  const check = `terraform/${said.code}`;
  const severity = said.severity === 'warning' ? 'warning' : (severityOf(checks, check) ?? 'error');
  return {
    check,
    stage: 'render',
    entry,
    severity,
    message: said.message,
    origin: said.range ? originOf(said.range) : root,
    ...(said.fix !== undefined && { fix: said.fix }),
    ...(said.address !== undefined && said.address !== '' && { rendered: said.address }),
  };
}

function severityOf(checks: readonly Check[], id: string): LocatedProblem['severity'] | undefined {
  return checks.find((check) => check.id === id)?.severity;
}

/** What is missing is said beside what was found: neither stands for the other. */
function resultsOf(entry: string, count: number, gaps: RenderedCluster['gaps']): StageResult[] {
  const missing = gaps
    .filter(({ kind }) => kind === 'missing')
    .map(({ what, why }): StageResult => {
      return { stage: 'render', entry, subject: what, outcome: { status: 'skipped', reason: why } };
    });
  const outcome: StageResult['outcome'] = count > 0 ? { status: 'findings', count } : { status: 'passed' };
  return [{ stage: 'render', entry, subject: entry, outcome }, ...missing];
}
