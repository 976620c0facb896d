import { existsSync } from 'node:fs';
import { exitCodes } from '../../model/exit-code.ts';
import { openStepWorkspace } from '../step-surroundings.ts';
import { UsageError } from '../usage-error.ts';
import { baseOfStep } from './base.ts';
import { runChild } from './child.ts';
import type { CheckInputs } from './inputs.ts';
import type { Step } from './io.ts';
import { finish, makeStepFiles, type StepFiles, setReports, showFiles, stepFormats } from './outcome.ts';

/**
 * `mode: check`: runs `windtunnel check` in a process of its own and hands its reports to the runner. It posts nothing
 * and needs no token. A part of a run has no verdict: it ends with 0 unless it could not be checked at all.
 *
 * Gives the exit code of the step.
 */
export async function actionCheck(step: Step, inputs: CheckInputs): Promise<number> {
  const { core, io } = step;
  const workspace = openStepWorkspace(io.env);
  const files = makeStepFiles(io.env);
  const formats = inputs.shard ? partFormats(files, inputs) : stepFormats(files, inputs);
  const base = await baseOfStep(step, inputs, workspace);
  const { code, stderr } = await runChild(checkArguments(inputs, formats, base), workspace, io);
  if (code === exitCodes.usage.code) core.error(stderr.trim());
  if (!existsSync(files.report)) {
    // Node itself ends with 1 on a crash, which must not be taken for findings.
    return finish(core, code === exitCodes.usage.code ? code : exitCodes.failed.code);
  }
  if (inputs.shard) {
    core.setOutput('report', files.report);
    setReports(core, inputs.formats, workspace);
    core.info(`This is part ${inputs.shard} of a run: mode report gives the verdict of all parts.`);
  } else showFiles(step, files, inputs, workspace);
  return finish(core, code);
}

/** All that a part may write: what people read of it could be taken for a verdict. */
function partFormats({ report }: StepFiles, { formats }: CheckInputs): string[] {
  const other = formats.find(({ format }) => format !== 'json');
  if (other)
    throw new UsageError(
      `formats: a part has no verdict, so there is no ${other.format}; write it in mode report, which joins the parts`,
    );
  return [`json=${report}`, ...formats.map(({ file }) => `json=${file}`)];
}

function checkArguments(inputs: CheckInputs, formats: readonly string[], base: string | undefined): string[] {
  return [
    'check',
    ...formats.map((format) => `--format=${format}`),
    ...(inputs.config ? [`--config=${inputs.config}`] : []),
    ...(inputs.failOn ? [`--fail-on=${inputs.failOn}`] : []),
    ...inputs.only.map((only) => `--only=${only}`),
    ...(inputs.shard ? [`--shard=${inputs.shard}`] : []),
    ...(base === undefined ? [] : [`--base=${base}`]),
    ...(inputs.rendered ? ['--rendered'] : []),
    // A path may start with a dash; it is a path all the same.
    '--',
    ...inputs.paths,
  ];
}
