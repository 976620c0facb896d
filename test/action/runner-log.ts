import { type RunnerCommand, readRunnerCommand } from '../report/runner-command.ts';

const known = [
  ...['add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'notice'],
  ...['remove-matcher', 'save-state', 'set-env', 'set-output', 'stop-commands', 'warning'],
];

/**
 * The commands that the runner would obey in a step's log. It looks for `::name properties::data` where a line
 * starts, blanks aside, and for the older `##[name properties]data` anywhere in a line; neither counts between
 * `stop-commands` and its token
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs and
 * src/Runner.Worker/ActionCommandManager.cs).
 */
export function commandsOf(log: string): RunnerCommand[] {
  const commands: RunnerCommand[] = [];
  let token: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = parseCommand(line, token);
    if (command === undefined) continue;
    if (command.name === token) token = undefined;
    else if (token !== undefined) continue;
    else if (command.name === 'stop-commands') token = command.data;
    else commands.push(command);
  }
  return commands;
}

function parseCommand(line: string, token: string | undefined): RunnerCommand | undefined {
  const names = token === undefined ? known : [...known, token];
  // A line that starts with `::` and is no command may still hold the older form.
  const forms = [line, line.slice(Math.max(0, line.indexOf('##[')))].map(readRunnerCommand);
  return forms.find((command) => command !== undefined && names.includes(command.name));
}
