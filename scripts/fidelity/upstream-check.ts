import { checks } from '../../checks/index.generated.ts';
import { defaultConfig } from '../../src/config/config.ts';
import { checkManifests } from '../../src/kubernetes/check-manifests.ts';
import { gatherDefinitions } from '../../src/kubernetes/gather-definitions.ts';
import { makeValidator } from '../../src/kubernetes/validator.ts';
import type { LocatedProblem } from '../../src/model/finding.ts';
import type { LeftOut } from '../../src/model/report.ts';
import { filesSource } from '../../src/sources/files/source.ts';
import { openWorkspace } from '../../src/sources/workspace.ts';

/** What `windtunnel check` says of a folder's manifests. */
export interface FolderVerdict {
  readonly files: number;
  readonly objects: number;
  readonly problems: readonly LocatedProblem[];
  /** Files that were recognised and not checked, templates above all. */
  readonly leftOut: readonly LeftOut[];
  /** Reasons why objects were not checked, with the files that they are in. */
  readonly unchecked: ReadonlyMap<string, readonly string[]>;
}

/** Checks the manifests below a folder in this process. `minor`: of the Kubernetes 1.x that they are for. */
export async function checkFolder(folder: string, minor: number): Promise<FolderVerdict> {
  const workspace = openWorkspace(folder, []);
  if ('unusable' in workspace) throw new Error(workspace.unusable);
  const target = { ...defaultConfig.target, kubernetes: `1.${minor}` };
  const discovery = await filesSource.discover(workspace, { ...defaultConfig, target });
  const items = [];
  for (const { entry, hasMachines } of discovery.entries) {
    const rendered = hasMachines ? undefined : await discovery.render(entry.name);
    if (rendered?.kind !== 'cluster') continue;
    for (const manifest of rendered.cluster.manifests)
      items.push({ entry: rendered.cluster.entry, manifest });
  }
  const definitions = gatherDefinitions(items.map(({ manifest }) => manifest));
  const validator = makeValidator(definitions === '' ? undefined : definitions, false);
  const { objects, problems, results } = checkManifests(validator, checks, items);
  const unchecked = new Map<string, string[]>();
  for (const { outcome, subject } of results) {
    if (outcome.status !== 'skipped') continue;
    unchecked.set(outcome.reason, [...(unchecked.get(outcome.reason) ?? []), subject]);
  }
  return {
    files: items.length,
    objects: objects.reduce((sum, each) => sum + each, 0),
    problems,
    leftOut: discovery.leftOut,
    unchecked,
  };
}
