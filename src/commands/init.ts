import { exitCodes } from '../model/exit-code.ts';
import { configTemplate, workflowTemplate } from './init-templates.ts';
import { parseArguments } from './parse-arguments.ts';
import type { TerminalIo } from './terminal-io.ts';
import { writeNewFile } from './write-file.ts';

export const initHelp = `Usage: windtunnel init

Writes windtunnel.yaml, with every setting explained, and .github/workflows/windtunnel.yaml.
A file that exists is left as it is.
`;

/** Writes the two files into the current folder; never over an existing one. */
export function init(args: readonly string[], io: TerminalIo): number {
  parseArguments(args, {}, 0);
  const files = { 'windtunnel.yaml': configTemplate, '.github/workflows/windtunnel.yaml': workflowTemplate };
  for (const [file, text] of Object.entries(files)) {
    const isNew = writeNewFile(io.cwd, file, text);
    io.stdout.write(isNew ? `wrote ${file}\n` : `${file} exists and is left as it is\n`);
  }
  io.stdout.write('Next: windtunnel check\n');
  return exitCodes.clean.code;
}
