import { exitCodes } from '../model/exit-code.ts';
import { configTemplate } from './init-templates.ts';
import { forkWorkflow, pullRequestWorkflow } from './init-workflows.ts';
import { parseArguments } from './parse-arguments.ts';
import type { TerminalIo } from './terminal-io.ts';
import { writeNewFile } from './write-file.ts';

export const initHelp = `Usage: windtunnel init [--forks]

Writes windtunnel.yaml, with every setting explained, and .github/workflows/windtunnel.yaml, which checks pull requests
and comments on them. A file that exists is left as it is.

Options:
  --forks   also .github/workflows/windtunnel-forks.yaml, which comments on pull requests from forks
`;

const config = 'windtunnel.yaml';
const workflow = '.github/workflows/windtunnel.yaml';
const forks = '.github/workflows/windtunnel-forks.yaml';

/** Writes the files into the current folder; never over an existing one. */
export function init(args: readonly string[], io: TerminalIo): number {
  const { values } = parseArguments(args, { forks: { type: 'boolean', default: false } }, 0);
  const files = {
    [config]: configTemplate,
    [workflow]: pullRequestWorkflow,
    ...(values.forks && { [forks]: forkWorkflow }),
  };
  for (const [file, text] of Object.entries(files)) {
    const isNew = writeNewFile(io.cwd, file, text);
    io.stdout.write(isNew ? `wrote ${file}\n` : `${file} exists and is left as it is\n`);
  }
  io.stdout.write(next(values.forks));
  return exitCodes.clean.code;
}

function next(withForks: boolean): string {
  return `
Next: try it here with \`windtunnel check\`, then commit the files. From then on pull requests are checked, and get a comment.
${
  withForks
    ? `Those from forks get theirs once ${forks} is on the default branch.`
    : 'Those from forks get one with the workflow that `windtunnel init --forks` adds.'
}
`;
}
