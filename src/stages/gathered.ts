import type { LocatedProblem } from '../model/finding.ts';
import type { Gap, MatrixEntry, RenderedCluster } from '../model/rendered-cluster.ts';
import type { LeftOut } from '../model/report.ts';
import { machineStages, type Stage, type StageResult } from '../model/stage.ts';
import { RenderedSide } from '../rendered/rendered-side.ts';
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
  /** What was rendered of Terraform modules, in any order. */
  readonly clusters: RenderedCluster[] = [];
  /** What is not as a real apply would give it. */
  readonly gaps: (Gap & { readonly entry: string })[] = [];
  /** How many Kubernetes objects the entries have, each with its own. */
  objects = 0;
  /** The files of each entry, where they were asked for. */
  readonly rendered = new RenderedSide();
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
      case 'load':
      case 'output':
        return;
      case 'render':
        this.#takeVerdict(answer.verdict, noOthers);
        this.clusters.push(answer.verdict.cluster);
        if (answer.parts) this.rendered.add([answer.verdict.cluster.entry.name], answer.parts);
        return;
      default:
        this.#takeVerdict(answer.verdict, othersOf(job));
        if (answer.kind === 'machine' && answer.parts && job.kind === 'machine')
          this.rendered.add([job.entry.name, ...job.others], answer.parts);
        this.objects += objectsOf(job, answer.verdict.objects);
    }
  }

  /** Equal work of several entries was done once: each of them has its results and problems. */
  #takeVerdict({ results, problems }: Verdict, others: ReadonlyMap<string, readonly string[]>): void {
    for (const one of results) {
      this.results.push(one);
      for (const entry of others.get(one.entry) ?? []) this.results.push({ ...one, entry });
    }
    for (const one of problems) {
      this.problems.push(one);
      for (const entry of others.get(one.entry) ?? []) this.problems.push({ ...one, entry });
    }
  }

  #fail(job: Job, failure: string): void {
    if (job.kind === 'render') {
      this.entries.push(job.entry);
      this.rendered.lacks(job.entry.name, `it could not be rendered: ${failure}`);
      this.#failFrom(['render'], job.entry.name, job.entry.name, failure);
    } else if (job.kind === 'output') {
      this.#failFrom(['render'], job.cluster.entry.name, job.cluster.entry.name, failure);
    } else if (job.kind === 'machine') {
      for (const entry of [job.entry.name, ...job.others]) {
        this.#failFrom(machineStages, entry, job.machine.name, failure);
        this.rendered.lacks(entry, `the config of ${job.machine.name} could not be read: ${failure}`);
      }
    } else if (job.kind === 'manifests' && job.items.length > 1) {
      this.again.push(...job.items);
    } else if (job.kind === 'manifests') {
      for (const { entry, others, manifest } of job.items)
        for (const name of [entry.name, ...others])
          this.#failFrom(['kubernetes'], name, manifest.place ?? manifest.file, failure);
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

interface Verdict {
  readonly results: readonly StageResult[];
  readonly problems: readonly LocatedProblem[];
}

const noOthers: ReadonlyMap<string, readonly string[]> = new Map();

/** In all entries that an answer holds for. What is checked in which part of a run must not change their number. */
function objectsOf(job: Job, objects: number | readonly number[]): number {
  if (job.kind === 'machine' && typeof objects === 'number') return objects * (1 + job.others.length);
  if (job.kind !== 'manifests' || typeof objects === 'number') return 0;
  return job.items.reduce((sum, { others }, index) => sum + (objects[index] ?? 0) * (1 + others.length), 0);
}

/** The other entries that an entry's answer holds for: see `batches`, all manifests of one entry share alike. */
function othersOf(job: Job): ReadonlyMap<string, readonly string[]> {
  if (job.kind === 'machine') return new Map([[job.entry.name, job.others]]);
  if (job.kind !== 'manifests') return noOthers;
  return new Map(job.items.map(({ entry, others }) => [entry.name, others]));
}
