import type { ModuleCall, ModuleFacts, ModuleNode } from '../../core/terraform-protocol.ts';
import { type FetchedModules, inWorkspaceMount } from './fetched-modules.ts';
import { readInstalledModules } from './installed-modules.ts';
import { type LocatedModule, locateModule, type Surroundings } from './locate-module.ts';

/** Reads what a folder declares, in the core. A failure is one of the core, not of the files. */
export type LoadModule = (
  folder: string,
) => Promise<{ readonly facts: ModuleFacts } | { readonly failure: string }>;

/** A root module and all modules that are called below it. */
export interface ModuleTree {
  /** Relative to the workspace. */
  readonly root: string;
  readonly modules: readonly ModuleNode[];
  /** Keys of calls whose module cannot be had. */
  readonly missing: readonly string[];
  /** What modules declare, by their folders. */
  readonly facts: ReadonlyMap<string, ModuleFacts>;
  readonly faults: readonly CallFault[];
  /** What was fetched for it. */
  readonly fetched: FetchedModules;
}

/** Something about a module call that the person should know. */
export interface CallFault {
  /** `doubt`: the module is there, perhaps not as it is by now. The first four as in {@link LocatedModule}. */
  readonly kind: 'wrong' | 'unavailable' | 'needs-init' | 'unread' | 'doubt' | 'cycle' | 'limit';
  readonly message: string;
  readonly call: ModuleCall;
}

const deepest = 30;
const mostModules = 2_000;
/** What is called beyond so many faults is missing without a word. */
const mostFaults = 500;

interface Caller extends ModuleNode {
  /** Folders of this module and of those above it. */
  readonly folders: readonly string[];
}

interface Growing {
  readonly surroundings: Surroundings;
  readonly load: LoadModule;
  readonly facts: Map<string, ModuleFacts>;
  readonly labels: Record<string, string>;
  readonly faults: CallFault[];
}

/**
 * Follows the module calls below a root module. What is wrong with a call is a fault of the tree; its module is then
 * missing, and all the rest is there.
 */
export async function loadModuleTree(
  root: string,
  rootFacts: ModuleFacts,
  load: LoadModule,
  surroundings: Omit<Surroundings, 'installed'>,
): Promise<ModuleTree> {
  const installed = readInstalledModules(surroundings.workspace, root);
  const folder = inWorkspaceMount(root);
  const tree: Growing = {
    surroundings: { ...surroundings, installed },
    load,
    facts: new Map([[folder, rootFacts]]),
    labels: {},
    faults: [],
  };
  const missing: string[] = [];
  const modules: Caller[] = [{ key: '', folder, path: '.', folders: [folder] }];
  // Grows while it is walked.
  for (const caller of modules) {
    for (const call of tree.facts.get(caller.folder)?.calls ?? []) {
      const key = caller.key === '' ? call.name : `${caller.key}.${call.name}`;
      const isBounded = tree.faults.length < mostFaults;
      const called = isBounded ? await follow(tree, caller, call, key, modules.length) : undefined;
      if (called) modules.push(called);
      else missing.push(key);
    }
  }
  return {
    root,
    modules: modules.map(({ key, folder: each, path }) => ({ key, folder: each, path })),
    missing,
    facts: tree.facts,
    faults: tree.faults,
    fetched: { labels: tree.labels },
  };
}

/** The called module; undefined when it is missing, and the tree has a fault that says why. */
async function follow(
  tree: Growing,
  caller: Caller,
  call: ModuleCall,
  key: string,
  count: number,
): Promise<Caller | undefined> {
  if (isRefusedByLanguage(tree.facts.get(caller.folder), call)) return undefined;
  const found = await locate(tree, caller, call, key);
  if (found.kind !== 'found') return fault(tree, call, found.kind, found.reason);
  if (caller.folders.includes(found.folder)) {
    return fault(tree, call, 'cycle', 'leads back to a module that calls it');
  }
  if (caller.folders.length > deepest) {
    return fault(tree, call, 'limit', `is more than ${deepest} modules below the root module`);
  }
  if (count >= mostModules) return fault(tree, call, 'limit', `is one of more than ${mostModules} modules`);
  if (!tree.facts.has(found.folder)) {
    const loaded = await tree.load(found.folder);
    if ('failure' in loaded) return fault(tree, call, 'unavailable', `cannot be read: ${loaded.failure}`);
    tree.facts.set(found.folder, loaded.facts);
  }
  if (found.mounted) tree.labels[found.mounted[0]] = found.mounted[1];
  if (found.doubt !== undefined) fault(tree, call, 'doubt', `may be out of date: ${found.doubt}`);
  return { key, folder: found.folder, path: found.path, folders: [...caller.folders, found.folder] };
}

/** The reader has said already that there is no source, or none that can be read before anything is evaluated. */
function isRefusedByLanguage(
  facts: ModuleFacts | undefined,
  { source, range, sourceRange }: ModuleCall,
): boolean {
  if (source !== null && source !== '') return false;
  const last = sourceRange?.endLine ?? range.endLine;
  return (facts?.diagnostics ?? []).some(
    ({ severity, range: place }) =>
      severity === 'error' && place?.file === range.file && place.line >= range.line && place.line <= last,
  );
}

async function locate(tree: Growing, caller: Caller, call: ModuleCall, key: string): Promise<LocatedModule> {
  const { source } = call;
  if (source === null) return { kind: 'wrong', reason: 'has no source that is written out' };
  return locateModule({ source, key, folder: caller.folder, path: caller.path }, tree.surroundings);
}

/** Two calls of one module meet the same fault in it: it is told once. */
function fault(tree: Growing, call: ModuleCall, kind: CallFault['kind'], reason: string): undefined {
  const message = `module "${call.name}" ${reason}`;
  if (tree.faults.some((each) => each.call === call && each.message === message)) return;
  tree.faults.push({ kind, message, call });
}
