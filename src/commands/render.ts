import { statSync } from 'node:fs';
import path from 'node:path';
import { exitCodes } from '../model/exit-code.ts';
import type { RenderedCluster } from '../model/rendered-cluster.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import { plural } from '../report/wording.ts';
import type { OutputFile } from '../terraform/output-files.ts';
import { parseOnly } from './only.ts';
import { parseArguments } from './parse-arguments.ts';
import { Progress } from './progress.ts';
import { renderWorkspace } from './render-workspace.ts';
import type { TerminalIo } from './terminal-io.ts';
import { UsageError } from './usage-error.ts';
import { writeNamedFile } from './write-file.ts';

export const renderHelp = `Usage: windtunnel render [ENTRY ...] --out DIR [OPTIONS]

Renders the Terraform modules of the current folder, and writes what every machine, API server and operator would
receive: machine configs and their Ignition, manifests, files, and the infrastructure in one shape for all platforms.
ENTRY is a name that \`windtunnel matrix\` prints, a pattern such as 'aws/*', or a folder; without one all are
rendered.

Options:
  --out DIR                folder to write to; files that are there are replaced
  --only KEY=VALUE         as for \`windtunnel matrix\`; may be given several times
  --config FILE            settings; default: the nearest windtunnel.yaml
  --with-placeholder-keys  keep the keys and tokens that stand for real ones; usually they are left out
  --quiet                  no progress on the standard error

Exit codes: 0 all was rendered, 1 with findings (see \`windtunnel check\`), 2 used wrongly, 3 something could not be
rendered.
`;

/** Writes what the entries of Terraform modules would give. Gives the exit code. */
export async function render(args: readonly string[], io: TerminalIo): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    out: { type: 'string' },
    only: { type: 'string', multiple: true },
    config: { type: 'string' },
    'with-placeholder-keys': { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  });
  const { out } = values;
  if (out === undefined) throw new UsageError('name the folder to write to: --out DIR');
  const paths = positionals.filter((name) => isFolder(path.resolve(io.cwd, name)));
  const names = positionals.filter((name) => !paths.includes(name));
  const progress = new Progress(io, values.quiet);
  const outcome = await renderWorkspace({
    cwd: io.cwd,
    env: io.env,
    paths,
    only: parseOnly([...(values.only ?? []), ...names.map((name) => `name=${name}`)]),
    withKeys: values['with-placeholder-keys'],
    onProgress: progress.show,
    ...(values.config !== undefined && { configFile: values.config }),
    ...(io.worker && { worker: io.worker }),
  });
  progress.clear();
  for (const { cluster, files } of outcome.rendered) write(io, out, cluster, files);
  for (const line of outcome.failures) io.stderr.write(`windtunnel: ${escapeTerminal(line)}\n`);
  if (outcome.failures.length > 0) return exitCodes.failed.code;
  return outcome.findings > 0 ? exitCodes.findings.code : exitCodes.clean.code;
}

function write(
  io: TerminalIo,
  out: string,
  { entry, machines }: RenderedCluster,
  files: readonly OutputFile[],
): void {
  const folder = `${out}/${folderOf(entry.name)}`;
  for (const file of files) writeNamedFile(io.cwd, `${folder}/${file.path}`, file.text);
  const counts = `${plural(machines.length, 'machine')}, ${plural(files.length, 'file')}`;
  io.stdout.write(`${escapeTerminal(folder)}: ${counts}\n`);
}

function isFolder(absolute: string): boolean {
  return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** `aws/kubernetes networking=calico` is a folder of folders: names of entries are paths and words. */
function folderOf(name: string): string {
  const parts = name.split('/').map((part) => part.replace(/[^\w.@=+,-]+/g, '_'));
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/') || 'root';
}
