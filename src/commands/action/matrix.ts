import { exitCodes } from '../../model/exit-code.ts';
import { openStepWorkspace } from '../step-surroundings.ts';
import { runChild } from './child.ts';
import type { MatrixInputs } from './inputs.ts';
import type { Step } from './io.ts';
import { finish } from './outcome.ts';

/**
 * `mode: matrix`: runs `windtunnel matrix --json --shards` in a process of its own, and hands the jobs to the runner.
 * What could not be read does not end it: each part meets that again, and reports it.
 *
 * Gives the exit code of the step.
 */
export async function actionMatrix({ core, io }: Step, inputs: MatrixInputs): Promise<number> {
  const workspace = openStepWorkspace(io.env);
  const { code, stdout, stderr } = await runChild(
    [
      'matrix',
      '--json',
      `--shards=${inputs.shards}`,
      ...(inputs.config ? [`--config=${inputs.config}`] : []),
      ...inputs.only.map((only) => `--only=${only}`),
      '--',
      ...inputs.paths,
    ],
    workspace,
    io,
  );
  const matrix = stdout.trim();
  const isListed = code === exitCodes.clean.code || code === exitCodes.failed.code;
  if (!isListed || !isMatrix(matrix)) {
    if (code === exitCodes.usage.code) core.error(stderr.trim());
    return finish(core, code === exitCodes.usage.code ? code : exitCodes.failed.code);
  }
  if (code === exitCodes.failed.code) core.warning(stderr.trim());
  core.setOutput('matrix', matrix);
  // Parts with nothing to check have no job, and are counted all the same: the names of the others say so, `2/7`.
  core.setOutput('count', inputs.shards);
  return finish(core, exitCodes.clean.code);
}

/** False for the output of a child that ended early. */
function isMatrix(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text).include);
  } catch {
    return false;
  }
}
