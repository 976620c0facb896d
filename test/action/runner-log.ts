/** A workflow command as the runner understood it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

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
export function commandsOf(log: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
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

function parseCommand(line: string, token: string | undefined): WorkflowCommand | undefined {
  const names = token === undefined ? known : [...known, token];
  const second = /^\s*::([^ :]+)(?: (.*?))?::(.*)$/.exec(line);
  const first = /##\[([^ \]]+)(?: ([^\]]*))?\](.*)$/.exec(line);
  for (const [match, separator] of [
    [second, ','],
    [first, ';'],
  ] as const) {
    const [, name = '', properties = '', data = ''] = match ?? [];
    if (names.includes(name))
      return { name, properties: readProperties(properties, separator), data: decode(data) };
  }
  return undefined;
}

function readProperties(text: string, separator: string): Record<string, string> {
  const pairs = text.split(separator).filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), decode(pair.slice(at + 1))];
    }),
  );
}

function decode(text: string): string {
  const characters: Readonly<Record<string, string>> = {
    '0D': '\r',
    '0A': '\n',
    '3A': ':',
    '2C': ',',
    '25': '%',
  };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (whole, code: string) => characters[code] ?? whole);
}
