import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { assembleReport } from '../model/assemble-report.ts';
import type { Shard } from '../model/shard.ts';
import type { FoundCommit } from '../sources/git/find-commit.ts';
import { inTemporaryFolder } from '../sources/git/temporary-folder.ts';
import { writeTree } from '../sources/git/write-tree.ts';
import { shareInstalledModules } from '../sources/terraform/share-installed.ts';
import { openWorkspace, type Workspace } from '../sources/workspace.ts';
import type { Discovered } from '../stages/run-stages.ts';
import { version } from '../version.ts';
import type { CheckRequest } from './check-request.ts';
import { type CheckedSide, checkSide } from './check-side.ts';
import { discover } from './discover.ts';
import { openPool } from './open-pool.ts';
import { readSettings, type SettingsRequest } from './read-settings.ts';
import type { ShardChoice } from './shards.ts';
import { UsageError } from './usage-error.ts';

/** What the base is checked for. */
interface BaseOf {
  readonly base: FoundCommit;
  /** Of the change. */
  readonly workspace: Workspace;
  readonly plan: Shard['plan'] | undefined;
  /** Folders of the root modules of the change. */
  readonly roots: ReadonlySet<string>;
}

interface CheckedBase extends CheckedSide {
  /** False where something of the commit could not be written. */
  readonly isWhole: boolean;
}

/**
 * Checks a workspace as a commit has it, in a temporary folder that is gone afterwards, by the commit's own settings.
 * Gives the reason where that is not possible.
 */
export async function checkBase(
  wanted: BaseOf,
  request: CheckRequest,
): Promise<CheckedBase | { readonly reason: string }> {
  try {
    return await inTemporaryFolder('windtunnel-base', (folder) => checkIn(folder, wanted, request));
  } catch (error) {
    if (error instanceof UsageError) return { reason: error.message.replaceAll('\n', '; ') };
    throw error;
  }
}

async function checkIn(
  folder: string,
  { base, workspace, plan, roots }: BaseOf,
  request: CheckRequest,
): Promise<CheckedBase | { readonly reason: string }> {
  const written = await writeTree(workspace.root, base, folder, request.env);
  // A report names no path of the machine.
  if (!written.ok) return { reason: written.reason.replaceAll(workspace.root, '.') };
  const root = path.join(folder, base.prefix);
  mkdirSync(root, { recursive: true });
  const opened = openBase(root, workspace);
  if (opened) shareInstalledModules(workspace, opened, roots);
  const side = opened ? await checkFolder(opened, workspace, request, plan) : emptySide();
  return { ...side, isWhole: written.lacks.length === 0 };
}

/** The paths of the command line, as far as the base has them; undefined where it has none. */
function openBase(root: string, { targets }: Workspace): Workspace | undefined {
  const there = targets
    .map((target) => target.path || '.')
    .filter((target) => !('unusable' in openWorkspace(root, [target])));
  const opened = there.length === 0 ? undefined : openWorkspace(root, there);
  return opened === undefined || 'unusable' in opened ? undefined : opened;
}

function emptySide(): CheckedSide {
  const nothing = { entries: [], files: [], results: [], problems: [], leftOut: [], gaps: [] };
  const report = assembleReport({ ...nothing, version, objects: 0, readText: () => undefined });
  return { report, rendered: new Map() };
}

async function checkFolder(
  opened: Workspace,
  workspace: Workspace,
  request: CheckRequest,
  plan: Shard['plan'] | undefined,
): Promise<CheckedSide> {
  const config = readSettings(opened, settingsOf(request, workspace, opened));
  const pool = openPool(opened, config, request.env);
  try {
    const discovered = await discover(opened, config, pool, request.only, request.env, true);
    const mine = request.shard && plan && partOf(plan, request.shard, discovered);
    const wanted = { ...discovered, withParts: true, ...(mine && { mine }) };
    const { workers, onProgress } = request;
    return await checkSide(opened, config, wanted, pool, {
      workers,
      onProgress: (done, all) => onProgress(all + done, 2 * all),
    });
  } finally {
    pool.close();
  }
}

/** A configuration that the command line names is that of the commit; without it, what the commit has else. */
function settingsOf(request: CheckRequest, workspace: Workspace, opened: Workspace): SettingsRequest {
  const { configFile, ...rest } = { ...request, cwd: opened.root };
  if (configFile === undefined) return rest;
  const named = path.relative(workspace.root, path.resolve(request.cwd, configFile));
  return opened.has(named) ? { ...rest, configFile: named } : rest;
}

/** The entries of a part of the run, as far as the base has them; those that only the base has are in the first part. */
function partOf(plan: Shard['plan'], { index }: ShardChoice, found: Discovered): ReadonlySet<string> {
  const ofHead = new Set(plan.flat().map(({ name }) => name));
  const here = (plan[index - 1] ?? []).map(({ name }) => name);
  if (index !== 1) return new Set(here);
  const all = [...found.files.entries, ...(found.terraform?.entries ?? [])].map(({ entry }) => entry.name);
  return new Set([...here, ...all.filter((name) => !ofHead.has(name))]);
}
