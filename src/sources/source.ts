import type { Config } from '../config/config.ts';
import type { NamedVersion } from '../kubernetes/version.ts';
import type { MatrixEntry, RenderedCluster } from '../model/rendered-cluster.ts';
import type { LeftOut } from '../model/report.ts';
import type { Workspace } from './workspace.ts';

/** Finds matrix entries in a workspace, and renders them. One folder of `src/sources/` each. */
export interface Source {
  readonly name: MatrixEntry['source'];
  discover(workspace: Workspace, config: Config): Promise<Discovery>;
}

/** An entry, and what its texts tell before anybody renders them. */
export interface FoundEntry {
  readonly entry: MatrixEntry;
  /** True when it has machines: then the translators are needed. */
  readonly hasMachines: boolean;
  /** The Kubernetes that an image in its texts names. */
  readonly version: NamedVersion | undefined;
  /** Whether CustomResourceDefinitions stand in its manifests. */
  readonly hasDefinitions: boolean;
  /** Length of its texts in UTF-16 units. */
  readonly size: number;
}

/** What a source found. Nothing is rendered before somebody asks for it. */
export interface Discovery {
  /** In code unit order of their names, which are unique. */
  readonly entries: readonly FoundEntry[];
  /** What was seen and not taken, by file. */
  readonly leftOut: readonly LeftOut[];
  /** Renders an entry by its name. It may have gone since it was found: then it is left out after all. */
  render(entry: string): Promise<Rendered>;
}

export type Rendered =
  | { readonly kind: 'cluster'; readonly cluster: RenderedCluster }
  | { readonly kind: 'left-out'; readonly leftOut: LeftOut };
