import type { Config } from '../../config/config.ts';
import type { LocatedProblem } from '../../model/finding.ts';
import { compareText } from '../../model/origin.ts';
import type { LeftOut } from '../../model/report.ts';
import { readText } from '../workspace/read-text.ts';
import type { Workspace } from '../workspace.ts';
import { networkingName } from './axes.ts';
import { reportFaults } from './call-faults.ts';
import { type FoundModule, findCandidates } from './candidate-modules.ts';
import { hasClusterSigns } from './cluster-signs.ts';
import { shareOut } from './combine-axes.ts';
import type { FetchedModules } from './fetched-modules.ts';
import { GitModules } from './git-modules.ts';
import { ModuleCache, moduleCacheFolder } from './module-cache.ts';
import { moduleEntries, type TerraformEntry } from './module-entries.ts';
import type { ModuleFolders } from './module-folder.ts';
import { moduleTarget } from './module-target.ts';
import { type LoadModule, loadModuleTree, type ModuleTree } from './module-tree.ts';
import { namesSetIn } from './variable-files.ts';
import { wordsInFileNames } from './words-in-file-names.ts';

export type { TerraformEntry } from './module-entries.ts';
export type { LoadModule } from './module-tree.ts';

export interface TerraformDiscovery {
  /** In code unit order of their names, which are unique. */
  readonly entries: readonly TerraformEntry[];
  readonly leftOut: readonly LeftOut[];
  /** What is wrong with module calls. */
  readonly problems: readonly LocatedProblem[];
  readonly fetched: FetchedModules;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the Terraform modules below the workspace's targets, fetches what they call, and makes the matrix. Only this
 * asks the network: through git, for repositories that are not in the cache.
 *
 * @param load reads a folder, `/workspace/…` or `/modules/…`, in the core
 * @param env of the process; names the cache and is what git sees
 */
export async function discoverTerraform(
  workspace: Workspace,
  config: Config,
  load: LoadModule,
  env: Environment = process.env,
): Promise<TerraformDiscovery> {
  const loadOnce = remembering(load);
  const { candidates, leftOut } = await findCandidates(workspace, config, loadOnce);
  const git = new GitModules(new ModuleCache(moduleCacheFolder(env)), env);
  const found: { module: FoundModule; tree: ModuleTree }[] = [];
  const passedOver: LeftOut[] = [];
  // One after the other: each may start git.
  for (const module of candidates) {
    const tree = await loadModuleTree(module.folder, module.facts, loadOnce, { workspace, git });
    if (isWorthRendering(config, tree, workspace, git)) found.push({ module, tree });
    else passedOver.push(nothingOfACluster(module));
  }
  const matrix = makeMatrix({ workspace, git }, config, found);
  return {
    ...matrix,
    leftOut: [...leftOut, ...passedOver, ...matrix.leftOut],
    fetched: { labels: Object.assign({}, ...found.map(({ tree }) => tree.fetched.labels)) },
  };
}

/** What cannot be read is rendered: the report then says why. */
function isWorthRendering(config: Config, tree: ModuleTree, workspace: Workspace, git: GitModules): boolean {
  if (config.terraform.modules !== undefined) return true;
  const facts = [...tree.facts.values()];
  const isBroken = facts.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'));
  return isBroken || tree.faults.length > 0 || hasClusterSigns(tree, { workspace, git });
}

function nothingOfACluster({ folder }: FoundModule): LeftOut {
  const reason =
    'a Terraform module with nothing of a cluster in it: no machines, configs or Kubernetes objects';
  return { file: folder || '.', status: 'skipped', reason };
}

function makeMatrix(
  folders: ModuleFolders,
  config: Config,
  found: readonly { module: FoundModule; tree: ModuleTree }[],
): Pick<TerraformDiscovery, 'entries' | 'leftOut' | 'problems'> {
  const settings = config.terraform;
  const known = new Map<string, readonly string[]>();
  const namesIn = (file: string): readonly string[] => {
    const names = known.get(file) ?? namesSetIn(folders.workspace, file);
    known.set(file, names);
    return names;
  };
  const made = found.map(({ module, tree }) => {
    const target = moduleTarget(tree);
    const compared = comparedNetworks(folders.workspace, module);
    const machines = wordsInFileNames(module, folders);
    return moduleEntries(
      { module, tree, target, settings, namesIn, compared, machines },
      settings.maxEntries,
    );
  });
  const taken = shareOut(
    made.map(({ entries }) => entries),
    settings.maxEntries,
  );
  const count = made.reduce((sum, each) => sum + each.count, 0);
  const faults = found.map(({ module, tree }) => {
    const names = taken.filter(({ root }) => root === module.folder).map(({ entry }) => entry.name);
    return { root: module.folder, ...reportFaults(tree, names) };
  });
  const entries = taken.map((each) => {
    const gaps = faults.find(({ root }) => root === each.root)?.gaps ?? [];
    return { ...each, gaps: [...each.gaps, ...gaps] };
  });
  return {
    entries: entries.sort((a, b) => compareText(a.entry.name, b.entry.name)),
    leftOut: [
      ...distinct(faults.flatMap(({ leftOut }) => leftOut)),
      ...overLimit(count, settings.maxEntries),
    ],
    problems: faults.flatMap(({ problems }) => problems),
  };
}

function overLimit(count: number, most: number): LeftOut[] {
  if (count <= most) return [];
  const all = Number.isSafeInteger(count) ? `${count - most} of the ${count} entries` : 'nearly all entries';
  const reason = `${all} of the matrix: no more than ${most} are taken (terraform.max-entries)`;
  return [{ file: '.', status: 'skipped', reason }];
}

function distinct(items: readonly LeftOut[]): LeftOut[] {
  return [...new Map(items.map((item) => [`${item.file}\n${item.reason}`, item])).values()];
}

/** Texts that the files of a module compare its variable for the CNI with. */
function comparedNetworks(workspace: Workspace, { facts, files }: FoundModule): string[] {
  const variable = facts.variables.find(({ name }) => networkingName.test(name));
  if (variable === undefined) return [];
  const comparison = new RegExp(`\\bvar\\.${variable.name}\\s*[=!]=\\s*"([a-z0-9-]{1,40})"`, 'g');
  const texts = files.map((file) => readText(workspace, file) ?? '');
  return texts.flatMap((text) => [...text.matchAll(comparison)].map(([, value = '']) => value));
}

/** A folder is read once, however many modules call it. */
function remembering(load: LoadModule): LoadModule {
  const known = new Map<string, ReturnType<LoadModule>>();
  return (folder) => {
    const answer = known.get(folder) ?? load(folder);
    known.set(folder, answer);
    return answer;
  };
}
