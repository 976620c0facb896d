import path from 'node:path';
import type { Config } from '../../config/config.ts';
import type { ModuleFacts } from '../../core/terraform-protocol.ts';
import type { LeftOut } from '../../model/report.ts';
import { matcher } from '../workspace/patterns.ts';
import type { Workspace } from '../workspace.ts';
import { networkingName } from './axes.ts';
import { isMachineType } from './cluster-signs.ts';
import { inWorkspaceMount, pathBelow, workspaceMount } from './fetched-modules.ts';
import { isTerraformFile } from './module-folder.ts';
import type { LoadModule } from './module-tree.ts';
import { controllersList } from './sample-value.ts';
import { isVariableFile, sortVariableFiles, type VariableFiles } from './variable-files.ts';

/** A folder of Terraform files in the workspace. */
export interface FoundModule {
  /** Relative to the workspace. */
  readonly folder: string;
  readonly facts: ModuleFacts;
  /** Its Terraform files, relative to the workspace. */
  readonly files: readonly string[];
  readonly variableFiles: VariableFiles;
  /** It has values of its own: provider or backend blocks, or variable files beside it. */
  readonly isRoot: boolean;
}

const mostFolders = 5_000;

/** Finds the folders of Terraform files below the targets that may be rendered on their own. */
export async function findCandidates(
  workspace: Workspace,
  config: Config,
  load: LoadModule,
): Promise<{ readonly candidates: readonly FoundModule[]; readonly leftOut: readonly LeftOut[] }> {
  const isIgnored = folderMatcher(config, [...config.ignore, ...config.terraform.ignore]);
  // Files that the command line names are listed whatever they are.
  const files = byFolder(
    workspace.list(isTerraformFile).files.filter((file) => isTerraformFile(path.posix.basename(file))),
  );
  const values = byFolder(workspace.listAll(isVariableFile).files);
  const folders = [...files.keys()].filter((each) => !isIgnored(each)).sort();
  const leftOut: LeftOut[] = [];
  const found: FoundModule[] = [];
  const loaded = await Promise.all(
    folders.slice(0, mostFolders).map((folder) => load(inWorkspaceMount(folder))),
  );
  loaded.forEach((answer, index) => {
    const folder = folders[index] ?? '';
    if ('failure' in answer) leftOut.push({ file: folder || '.', status: 'failed', reason: answer.failure });
    else found.push(describe(folder, answer.facts, files.get(folder) ?? [], values.get(folder) ?? []));
  });
  if (folders.length > mostFolders) leftOut.push(tooMany(folders));
  const callers = callersOf(found);
  const isWanted = config.terraform.modules && folderMatcher(config, config.terraform.modules);
  const candidates = found.filter(
    (each) => isWanted?.(each.folder) ?? standsAlone(each, callers, isTriedOut(workspace, each.folder)),
  );
  return { candidates, leftOut };
}

function tooMany(folders: readonly string[]): LeftOut {
  const first = folders[mostFolders] ?? '.';
  return {
    file: first,
    status: 'failed',
    reason: `one of more than ${mostFolders} folders of Terraform files`,
  };
}

function describe(
  folder: string,
  facts: ModuleFacts,
  files: readonly string[],
  values: readonly string[],
): FoundModule {
  const variableFiles = sortVariableFiles(values);
  const isRoot = facts.hasBackend || facts.hasProviders || values.length > 0;
  return { folder, facts, files, variableFiles, isRoot };
}

/** Folders that call each folder, by local sources. */
function callersOf(modules: readonly FoundModule[]): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>();
  for (const { folder, facts } of modules) {
    for (const { source } of facts.calls) {
      if (source === null || !/^\.\.?(?:\/|$)/.test(source)) continue;
      const called = pathBelow(
        workspaceMount,
        path.posix.join(inWorkspaceMount(folder), source).replace(/\/+$/, ''),
      );
      if (called !== undefined && called !== folder)
        callers.set(called, [...(callers.get(called) ?? []), folder]);
    }
  }
  return callers;
}

const tryingOut = /(?:^|\/)(?:examples?|tests?|e2e|fixtures)(?:\/|$)/;

/**
 * A module is rendered on its own when it has values, when nobody but examples calls it, or when it is that of a whole
 * cluster. Among examples and tests only what has all values is.
 */
function standsAlone(
  module: FoundModule,
  callers: ReadonlyMap<string, readonly string[]>,
  isTried: boolean,
): boolean {
  const { folder, facts } = module;
  const own = callers.get(folder) ?? [];
  const isCalled = own.some((each) => !tryingOut.test(each) || tryingOut.test(folder));
  if (facts.hasBackend) return true;
  if (isTried) return !isCalled && (module.isRoot || facts.variables.every(({ hasDefault }) => hasDefault));
  return !isCalled || isWholeCluster(facts);
}

/** Among examples and tests. Who names such a folder on the command line means what is below it. */
function isTriedOut({ targets }: Workspace, folder: string): boolean {
  const below = targets.flatMap(({ path: target }) => pathBelow(target, folder) ?? []);
  return tryingOut.test(folder) && (below.length === 0 || below.every((each) => tryingOut.test(each)));
}

function isWholeCluster({ variables, resources, calls }: ModuleFacts): boolean {
  if (calls.length === 0 && !resources.some(({ type }) => isMachineType(type))) return false;
  const names = variables.map(({ name }) => name);
  return (
    names.some((name) => networkingName.test(name)) &&
    names.some((name) => controllersList.test(name)) &&
    names.includes('cluster_name')
  );
}

/** Patterns are relative to the configuration's folder, which itself is `.` in them, and among all. */
function folderMatcher(config: Config, patterns: readonly string[]): (folder: string) => boolean {
  const matches = matcher(patterns);
  const meansTop = patterns.some((each) => ['.', './', '*', '**'].includes(each));
  return (folder) => {
    const below = config.folder === '' ? folder : pathBelow(config.folder, folder);
    return below === '' ? meansTop : below !== undefined && matches(`${below}/`);
  };
}

/** Files by the folder they lie in, '' for the workspace itself. */
function byFolder(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const parent = path.posix.dirname(file);
    const folder = parent === '.' ? '' : parent;
    const known = folders.get(folder);
    if (known) known.push(file);
    else folders.set(folder, [file]);
  }
  return folders;
}
