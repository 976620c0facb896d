import type { PostOutcome } from '../../github/post-outcome.ts';
import type { Check } from '../../model/check.ts';
import { exitCode } from '../../model/exit-code.ts';
import { escapeMarkdown } from '../../report/escape-markdown.ts';
import { escapeTerminal } from '../../report/escape-terminal.ts';
import { parseFormat } from '../check-options.ts';
import { strangersDescriber } from '../describe-checks.ts';
import { joinNamedReports } from '../join-named-reports.ts';
import { oneOf } from '../parse-arguments.ts';
import { postedExitCode, postJoined, targetOf } from '../post-joined.ts';
import { stepFolder, withoutCommands } from '../step-surroundings.ts';
import { UsageError } from '../usage-error.ts';
import { writeReport } from '../write-report.ts';
import type { ReportInputs } from './inputs.ts';
import type { Step } from './io.ts';
import { addSummary, finish, makeStepFiles, showFiles, stepFormats } from './outcome.ts';

const failOns = ['error', 'warning', 'note', 'never'] as const;

/**
 * `mode: report`: joins reports, shows them on the page of the job, and posts them. It needs no checkout. The reports
 * may be a stranger's: they are read with limits, and nothing in them is opened or run. Gives the exit code of the
 * step: that of the joined report; on `workflow_run` 0 whatever was found, unless there was nothing to read.
 */
export async function actionReport(
  step: Step,
  inputs: ReportInputs,
  checks: readonly Check[],
): Promise<number> {
  const { core, io, event } = step;
  if (inputs.token !== '') core.setSecret(inputs.token);
  const target = targetOf(event, io.env);
  if (inputs.reports.length === 0)
    throw new UsageError('reports: name the reports, or the folders that they are in, one a line');
  const folder = stepFolder(io.env);
  const files = makeStepFiles(io.env);
  const outputs = stepFormats(files, inputs).map(parseFormat);
  const request = { named: inputs.reports, cwd: folder, expected: inputs.expected, today: io.today };
  const joined = joinNamedReports(request, checks);
  const failOn = inputs.failOn === '' ? joined.failOn : oneOf('fail-on', inputs.failOn, failOns);
  const shown = { failOn, describe: strangersDescriber(checks) };
  // Colours, as the log of mode check has them.
  const out = { stdout: io.stdout, env: { NO_COLOR: io.env['NO_COLOR'], FORCE_COLOR: '1' }, cwd: folder };
  await withoutCommands(io, () => {
    for (const output of outputs) writeReport(output, joined.report, shown, out);
  });
  // On workflow_run the runner would put annotations on the default branch.
  const annotations = inputs.annotations && event.kind !== 'workflow-run';
  showFiles(step, files, { ...inputs, annotations }, folder);
  const config = scopeOf(inputs);
  showPosted(
    step,
    inputs,
    await postJoined({ ...inputs, ...shown, report: joined.report, target, config }, io.post),
  );
  return postedExitCode(finish(core, exitCode(joined.report, failOn)), event, joined);
}

/** Tells apart the checks of one job by what they were told to check; empty for the usual one. */
function scopeOf({ config, paths, only }: ReportInputs): string {
  const others = [...paths.filter((path) => path !== '.'), ...only];
  return others.length === 0 ? config : JSON.stringify([config, ...others]);
}

function showPosted({ core, io }: Step, { summary }: ReportInputs, posted: PostOutcome): void {
  core.setOutput('comment', posted.comment);
  core.setOutput('statuses', posted.statuses);
  for (const text of posted.notices) core.warning(escapeTerminal(text));
  for (const text of posted.remarks) core.notice(escapeTerminal(text));
  if (!summary) return;
  for (const text of [...posted.notices, ...posted.remarks])
    addSummary(io.env, `\n${escapeMarkdown(text)}\n`);
}
