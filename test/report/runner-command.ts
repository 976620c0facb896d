/** A workflow command as the runner of GitHub Actions understands it. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * Reads a line of a step's output as the runner does, both the `::` and the old `##[` form
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs); undefined for plain text.
 */
export function readRunnerCommand(line: string): RunnerCommand | undefined {
  const trimmed = line.trimStart();
  const end = trimmed.indexOf('::', 2);
  if (trimmed.startsWith('::') && end >= 0) {
    const head = trimmed.slice(2, end);
    return readParts(head, ',', trimmed.slice(end + 2));
  }
  const start = line.indexOf('##[');
  const close = line.indexOf(']', start);
  if (start < 0 || close < 0) return undefined;
  return readParts(line.slice(start + 3, close), ';', line.slice(close + 1));
}

function readParts(head: string, separator: string, data: string): RunnerCommand {
  const space = head.indexOf(' ');
  const name = space < 0 ? head : head.slice(0, space);
  const properties: Record<string, string> = {};
  for (const pair of space < 0
    ? []
    : head
        .slice(space + 1)
        .trim()
        .split(separator)) {
    const equals = pair.indexOf('=');
    if (equals > 0 && equals < pair.length - 1)
      properties[pair.slice(0, equals)] = unescapeCommand(pair.slice(equals + 1));
  }
  return { name, properties, data: unescapeCommand(data) };
}

// The runner knows two more escapes in properties than in data; neither stands in escaped data.
function unescapeCommand(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
