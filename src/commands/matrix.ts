import { exitCodes } from '../model/exit-code.ts';
import type { MatrixEntry } from '../model/rendered-cluster.ts';
import type { LeftOut } from '../model/report.ts';
import { shortTerminalText } from '../report/escape-terminal.ts';
import { filesSource } from '../sources/files/source.ts';
import { discoverTerraform } from '../sources/terraform/source.ts';
import { openWorkspace } from '../sources/workspace.ts';
import { moduleLoader } from './discover.ts';
import { parseMatrixOptions } from './matrix-options.ts';
import { matrixTable } from './matrix-table.ts';
import { narrow } from './only.ts';
import { openPool } from './open-pool.ts';
import { readSettings } from './read-settings.ts';
import { planShards, shardJobs } from './shards.ts';
import type { TerminalIo } from './terminal-io.ts';
import { UsageError } from './usage-error.ts';

const usualWidth = 80;

/** Prints the matrix of the Terraform modules. Gives the exit code. */
export async function matrix(args: readonly string[], io: TerminalIo): Promise<number> {
  const options = parseMatrixOptions(args);
  const workspace = openWorkspace(io.cwd, options.paths);
  if ('unusable' in workspace) throw new UsageError(workspace.unusable);
  const config = readSettings(workspace, { ...options, cwd: io.cwd, target: {} });
  const pool = openPool(workspace, config, io.env, io.worker);
  try {
    const { entries, leftOut } = await discoverTerraform(
      workspace,
      config,
      moduleLoader(pool, config),
      io.env,
    );
    const files = await filesSource.discover(workspace, config);
    const wanted = narrow(entries, options.only).map(({ entry }) => entry);
    // As `check` does: who asks for some entries does not ask for files.
    const others = options.only.size > 0 ? [] : files.entries;
    if (options.shards !== undefined) {
      const include = shardJobs(planShards(others, wanted, options.shards));
      io.stdout.write(`${JSON.stringify({ include })}\n`);
    } else if (options.json) io.stdout.write(`${JSON.stringify({ include: wanted.map(asJob) })}\n`);
    else io.stdout.write(listing(wanted, files.entries.length, io.stdout.columns ?? usualWidth));
    for (const item of leftOut) io.stderr.write(`windtunnel: ${shortTerminalText(said(item))}\n`);
    return leftOut.some(({ status }) => status === 'failed') ? exitCodes.failed.code : exitCodes.clean.code;
  } finally {
    pool.close();
  }
}

/** What a job of a workflow may want to know: `matrix.entry`, `matrix.platform` and so on. */
function asJob({ name, platform, os, networking, arch, controllers }: MatrixEntry): object {
  return { entry: name, platform, os, networking, arch, controllers };
}

function listing(entries: readonly MatrixEntry[], files: number, width: number): string {
  const other =
    files === 0
      ? ''
      : `${entries.length > 0 ? '\n' : ''}${files === 1 ? '1 entry' : `${files} entries`} of files: configs and manifests\n`;
  return `${matrixTable(entries, width)}${other}`;
}

function said({ file, status, reason }: LeftOut): string {
  return `${file}: ${status === 'failed' ? 'failed' : 'left out'}: ${reason}`;
}
