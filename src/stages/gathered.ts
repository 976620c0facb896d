import type { LocatedProblem } from '../model/finding.ts';
import type { MatrixEntry } from '../model/rendered-cluster.ts';
import type { LeftOut } from '../model/report.ts';
import { type Stage, type StageResult, stages } from '../model/stage.ts';
import type { Answer, Job, ManifestItem } from './job.ts';

/** A job's answer, or why its worker gave none. */
type Result = { readonly answer: Answer } | { readonly failure: string };

/** What the stages of a run gathered, in any order. */
export class Gathered {
  readonly entries: MatrixEntry[] = [];
  /** Input files that a stage looked at. */
  readonly files: string[] = [];
  readonly results: StageResult[] = [];
  readonly problems: LocatedProblem[] = [];
  readonly leftOut: LeftOut[];
  /** How many Kubernetes objects were looked at. */
  objects = 0;
  /** Manifests whose batch gave no answer: who of them is to blame is found out one by one. */
  readonly again: ManifestItem[] = [];
  /** CustomResourceDefinitions as JSON, by the order of their jobs. */
  readonly #definitions: string[] = [];

  constructor(leftOut: readonly LeftOut[]) {
    this.leftOut = [...leftOut];
  }

  /** All CustomResourceDefinitions as JSON, for the jobs that need them; empty when there are none. */
  definitions(): string {
    const parts = this.#definitions.filter((part) => part !== undefined && part !== '');
    if (parts.length < 2) return parts[0] ?? '';
    // Our own: `gatherDefinitions` wrote them. Of two of one kind the first counts.
    const read = parts.map((part) => JSON.parse(part) as object);
    return JSON.stringify(Object.assign({}, ...read.reverse()));
  }

  take(job: Job, result: Result): void {
    const answer: Answer = 'answer' in result ? result.answer : { kind: 'failure', failure: result.failure };
    switch (answer.kind) {
      case 'definitions':
        if (job.kind === 'definitions') this.#definitions[job.order] = answer.definitions;
        return;
      case 'failure':
        this.#fail(job, answer.failure);
        return;
      default:
        for (const one of answer.verdict.results) this.results.push(one);
        for (const one of answer.verdict.problems) this.problems.push(one);
        this.objects += answer.verdict.objects;
    }
  }

  #fail(job: Job, failure: string): void {
    if (job.kind === 'machine') {
      this.#failFrom(stages, job.entry.name, job.machine.name, failure);
    } else if (job.kind === 'manifests' && job.items.length > 1) {
      this.again.push(...job.items);
    } else if (job.kind === 'manifests') {
      for (const { entry, manifest } of job.items)
        this.#failFrom(['kubernetes'], entry.name, manifest.file, failure);
    }
    // Who spoils the reading of definitions spoils its own check as well, and is named there.
  }

  /** A job that gave no verdict failed in its first stage, and no later stage was reached. */
  #failFrom(tried: readonly Stage[], entry: string, subject: string, reason: string): void {
    for (const [index, stage] of tried.entries()) {
      const outcome: StageResult['outcome'] =
        index === 0 ? { status: 'failed', reason } : { status: 'skipped', reason: 'the translation failed' };
      this.results.push({ stage, entry, subject, outcome });
    }
  }
}
