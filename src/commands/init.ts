import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exitCodes } from '../model/exit-code.ts';
import { configTemplate, workflowTemplate } from './init-templates.ts';
import { parseArguments } from './parse-arguments.ts';
import type { TerminalIo } from './terminal-io.ts';

export const initHelp = `Usage: windtunnel init

Writes windtunnel.yaml, with every setting explained, and .github/workflows/windtunnel.yaml.
A file that exists is left as it is.
`;

/** Writes the two files into the current folder; never over an existing one. */
export function init(args: readonly string[], io: TerminalIo): number {
  parseArguments(args, {});
  const files = { 'windtunnel.yaml': configTemplate, '.github/workflows/windtunnel.yaml': workflowTemplate };
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(io.cwd, file);
    if (existsSync(target)) {
      io.stdout.write(`${file} exists and is left as it is\n`);
      continue;
    }
    mkdirSync(path.dirname(target), { recursive: true });
    // The flag keeps a file that appears meanwhile, or a link that leads elsewhere, from being written over.
    writeFileSync(target, text, { flag: 'wx' });
    io.stdout.write(`wrote ${file}\n`);
  }
  io.stdout.write('Next: windtunnel check\n');
  return exitCodes.clean.code;
}
