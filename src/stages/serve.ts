import type { MessagePort } from 'node:worker_threads';
import { checks } from '../../checks/index.generated.ts';
import { type Core, CoreFailure, startCore } from '../core/host.ts';
import { checkManifests } from '../kubernetes/check-manifests.ts';
import { gatherDefinitions } from '../kubernetes/gather-definitions.ts';
import { makeValidator, type Validator } from '../kubernetes/validator.ts';
import { checkMachine } from '../machine/check-machine.ts';
import { clusterParts } from '../rendered/cluster-parts.ts';
import { machineParts } from '../rendered/machine-parts.ts';
import type { Parts } from '../rendered/part.ts';
import { rootFolderOf, workspaceMount } from '../sources/terraform/fetched-modules.ts';
import { answerResource } from '../terraform/answer-resource.ts';
import { outputFiles } from '../terraform/output-files.ts';
import { renderEntry } from '../terraform/render-entry.ts';
import type { Answer, Job, MachineJob, RenderJob, SharedText, WorkerSetup } from './job.ts';

/**
 * Answers jobs in a worker, one at a time; the first message is the setup. Untrusted input is only ever read
 * here: a worker has a memory limit, a stack of its own, and can be ended.
 */
export function serveJobs(port: MessagePort): void {
  port.once('message', (setup: WorkerSetup) => {
    const worker = new StageWorker(setup);
    port.on('message', (job: Job) => port.postMessage(worker.answer(job)));
    port.postMessage('ready');
  });
}

/** What a worker keeps from one job to the next. */
class StageWorker {
  readonly #setup: WorkerSetup;
  #core: Core | undefined;
  #validator: Validator | undefined;
  /** Of the module that is rendered. */
  #rootFolder = workspaceMount;

  constructor(setup: WorkerSetup) {
    this.#setup = setup;
  }

  answer(job: Job): Answer {
    try {
      return this.#run(job);
    } catch (error) {
      // A core that failed once is in no known state.
      this.#core = undefined;
      if (error instanceof CoreFailure) return { kind: 'failure', failure: error.message };
      if (error instanceof RangeError) return { kind: 'failure', failure: 'nested too deeply' };
      const reason = error instanceof Error ? error.message : String(error);
      return { kind: 'failure', failure: `a defect of windtunnel: ${reason}` };
    }
  }

  #run(job: Job): Answer {
    switch (job.kind) {
      case 'definitions':
        return { kind: 'definitions', definitions: gatherDefinitions(job.manifests) };
      case 'manifests':
        return { kind: 'manifests', verdict: checkManifests(this.#validatorFor(job), checks, job.items) };
      case 'load':
        return { kind: 'load', facts: this.#coreFor(job).call('terraform.load', { folder: job.folder }) };
      case 'render':
        this.#rootFolder = rootFolderOf(job.params);
        return this.#renderEntry(job);
      case 'output':
        return {
          kind: 'output',
          files: outputFiles(this.#coreFor(job), job.cluster, job.withKeys),
        };
      case 'machine':
        return { kind: 'machine', verdict: this.#checkMachine(job), ...this.#partsOf(job) };
    }
  }

  #renderEntry(job: RenderJob): Answer {
    const verdict = renderEntry(this.#coreFor(job), checks, job);
    if (!job.withParts) return { kind: 'render', verdict };
    return { kind: 'render', verdict, parts: this.#parts(() => clusterParts(verdict.cluster)) };
  }

  #partsOf(job: MachineJob): { readonly parts?: Parts } {
    if (!job.withParts) return {};
    const { entry, machine, secrets } = job;
    return { parts: this.#parts(() => machineParts(this.#coreFor(job), entry, machine, secrets)) };
  }

  /** What cannot be taken apart has a verdict all the same. */
  #parts(make: () => Parts): Parts {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof CoreFailure || error instanceof RangeError)) throw error;
      this.#core = undefined;
      const reason = error instanceof CoreFailure ? error.message : 'nested too deeply';
      return { parts: [], missing: [`it could not be taken apart: ${reason}`] };
    }
  }

  #checkMachine(job: MachineJob) {
    const core = this.#coreFor(job);
    const { strict } = this.#setup;
    const context = { core, checks, strict, validator: () => this.#validatorFor(job), secrets: job.secrets };
    return checkMachine(context, job.entry, job.machine);
  }

  #coreFor({ module }: { readonly module: WebAssembly.Module }): Core {
    const { workspace, modules } = this.#setup;
    this.#core ??= startCore(module, { workspace, modules }, (core, request) =>
      answerResource(core, request, this.#rootFolder),
    );
    return this.#core;
  }

  /**
   * Made for the first job that needs one: all of a run have the same definitions, though each message brings an
   * object of its own for the memory that holds them.
   */
  #validatorFor({ definitions }: { readonly definitions: SharedText | undefined }): Validator {
    this.#validator ??= makeValidator(
      definitions && Buffer.from(definitions).toString(),
      this.#setup.requireSchemas,
    );
    return this.#validator;
  }
}
