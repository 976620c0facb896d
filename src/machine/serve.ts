import type { MessagePort } from 'node:worker_threads';
import { checks } from '../../checks/index.generated.ts';
import { type Core, CoreFailure, startCore } from '../core/host.ts';
import { checkMachine } from './check-machine.ts';
import type { MachineAnswer, MachineJob, WorkerSetup } from './job.ts';

/**
 * Answers jobs in a worker, one at a time; the first message is the setup. Untrusted input is only ever read
 * here: a worker has a memory limit, a stack of its own, and can be ended.
 */
export function serveMachines(port: MessagePort): void {
  port.once('message', (setup: WorkerSetup) => {
    let core: Core | undefined = startCore(setup.module, setup.workspace);
    port.on('message', (job: MachineJob) => {
      core ??= startCore(setup.module, setup.workspace);
      const answer = answerJob(core, job);
      // A core that failed once is in no known state.
      if ('failure' in answer) core = undefined;
      port.postMessage(answer);
    });
    port.postMessage('ready');
  });
}

function answerJob(core: Core, { entry, machine, strict }: MachineJob): MachineAnswer {
  try {
    return { verdict: checkMachine({ core, checks, strict }, entry, machine) };
  } catch (error) {
    if (error instanceof CoreFailure) return { failure: error.message };
    if (error instanceof RangeError) return { failure: 'nested too deeply' };
    return { failure: `a defect of windtunnel: ${error instanceof Error ? error.message : String(error)}` };
  }
}
