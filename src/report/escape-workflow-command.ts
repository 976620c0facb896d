import { showInvisible } from './invisible.ts';

// The same escapes as @actions/core (https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts),
// which prints to standard output itself and so cannot serve a pure reporter.

/** Text for behind the last `::` of a workflow command; line ends are kept, escaped. */
export function escapeCommandData(text: string): string {
  return text.split('\n').map(showInvisible).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
}

/** Text for the value of a property of a workflow command. */
export function escapeCommandProperty(text: string): string {
  return showInvisible(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
