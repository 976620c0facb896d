import { checks } from '../../checks/index.generated.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { exitCodes } from '../model/exit-code.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import { version } from '../version.ts';
import { check } from './check.ts';
import { checkHelp } from './check-options.ts';
import { explain, explainHelp } from './explain.ts';
import { help } from './help.ts';
import { init, initHelp } from './init.ts';
import { matrix } from './matrix.ts';
import { matrixHelp } from './matrix-options.ts';
import { render, renderHelp } from './render.ts';
import { report } from './report.ts';
import { reportHelp } from './report-options.ts';
import type { TerminalIo } from './terminal-io.ts';
import { UsageError } from './usage-error.ts';

interface Command {
  readonly help: string;
  readonly run: (args: readonly string[], io: TerminalIo) => Promise<number> | number;
}

const commands: Readonly<Record<string, Command>> = {
  check: { help: checkHelp, run: (args, io) => check(args, io, checks) },
  matrix: { help: matrixHelp, run: matrix },
  render: { help: renderHelp, run: render },
  report: { help: reportHelp, run: (args, io) => report(args, io, checks) },
  explain: { help: explainHelp, run: (args, io) => explain(args, io, checks) },
  init: { help: initHelp, run: init },
};

const reportHint = ['please report it: https://github.com/windtunnel/windtunnel/issues'];

/** Runs the command that the arguments name; gives the exit code. */
export async function main(args: readonly string[], io: TerminalIo): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const message = error instanceof Error ? error.message : String(error);
    const lines = isUsage ? message.split('\n') : [`a defect of windtunnel: ${message}`, ...reportHint];
    for (const line of lines) io.stderr.write(`windtunnel: ${escapeTerminal(line)}\n`);
    // A defect leaves the input unchecked: that is no finding, and no pass.
    return isUsage ? exitCodes.usage.code : exitCodes.failed.code;
  }
}

function dispatch([name, ...rest]: readonly string[], io: TerminalIo): Promise<number> | number {
  if (name === undefined) {
    io.stderr.write(help());
    return exitCodes.usage.code;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(help());
    return exitCodes.clean.code;
  }
  if (name === '--version') {
    io.stdout.write(`${version}\n`);
    return exitCodes.clean.code;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const hint = didYouMean(name, Object.keys(commands));
    throw new UsageError(`there is no command ${name}; ${hint ? `did you mean ${hint}?` : 'try --help'}`);
  }
  const options = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined);
  if (options.includes('--help') || options.includes('-h')) {
    io.stdout.write(command.help);
    return exitCodes.clean.code;
  }
  return command.run(rest, io);
}
