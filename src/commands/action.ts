import { exitCodes } from '../model/exit-code.ts';
import { actionCheck } from './action/check.ts';
import { readInputs } from './action/inputs.ts';
import type { ActionIo } from './action/io.ts';
import { actionMatrix } from './action/matrix.ts';
import { finish } from './action/outcome.ts';
import { readRunnerEvent } from './read-event.ts';
import type { Toolkit } from './toolkit.ts';
import { UsageError } from './usage-error.ts';

/** The Action, in one of its modes. Gives the exit code of the step. */
export async function action(core: Toolkit, io: ActionIo): Promise<number> {
  try {
    const inputs = readInputs(core);
    const event = readRunnerEvent(io.env);
    if (event.kind === 'forbidden') throw new UsageError(event.reason);
    const step = { core, io, event };
    if (inputs.mode === 'check') return await actionCheck(step, inputs);
    if (inputs.mode === 'matrix') return await actionMatrix(step, inputs);
    return await io.report(step, inputs);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (isUsageError(error)) {
      core.error(message);
      return finish(core, exitCodes.usage.code);
    }
    core.error(`a defect of windtunnel, please report it: ${message}`);
    // Where it is stands in the log of a job that is run again with debug logging.
    core.debug(error instanceof Error ? String(error.stack) : message);
    // Node would end with 1, which must not be taken for findings.
    return finish(core, exitCodes.failed.code);
  }
}

/** Also one of another bundle, which has a class of its own. */
function isUsageError(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof Error && error.name === 'UsageError');
}
