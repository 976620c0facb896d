import { checks } from '../checks/index.generated.ts';
import type { ReportInputs } from './commands/action/inputs.ts';
import type { Step } from './commands/action/io.ts';
import { actionReport as reportOf } from './commands/action/report.ts';

/** The program itself, apart from `cli.ts`: that one starts a worker while this one is still being read. */
export { main } from './commands/main.ts';

/** The Action's `mode: report`, apart from `action.ts`: only this mode needs the reporters. */
export const actionReport = (step: Step, inputs: ReportInputs): Promise<number> =>
  reportOf(step, inputs, checks);
