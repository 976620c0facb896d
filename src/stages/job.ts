import type { ModuleFacts, RenderParams } from '../core/terraform-protocol.ts';
import type { ManifestsVerdict } from '../kubernetes/check-manifests.ts';
import type { MachineVerdict } from '../machine/check-machine.ts';
import type {
  Gap,
  MachineConfig,
  ManifestText,
  MatrixEntry,
  RenderedCluster,
} from '../model/rendered-cluster.ts';
import type { Parts } from '../rendered/part.ts';
import type { FetchedModules } from '../sources/terraform/fetched-modules.ts';
import type { OutputFile } from '../terraform/output-files.ts';
import type { RenderVerdict } from '../terraform/render-entry.ts';

/** What every job of a run has in common; given to a worker when it starts. */
export interface WorkerSetup {
  /** Folder that fetched Terraform modules are in; it need not exist. */
  readonly modules: string;
  /** Folder whose files `local:` may name. */
  readonly workspace: string;
  /** Refuse a document for any remark of its translator. */
  readonly strict: boolean;
  /** An object whose kind nobody describes is an error. */
  readonly requireSchemas: boolean;
}

/** One machine to check, as it travels to a worker. */
export interface MachineJob {
  readonly kind: 'machine';
  readonly entry: MatrixEntry;
  /** Names of further entries with an equal machine, for which the answer holds as well. */
  readonly others: readonly string[];
  readonly machine: MachineConfig;
  /** Values that no report may show. */
  readonly secrets: readonly string[];
  /** Whether its files are wanted as well. */
  readonly withParts: boolean;
  readonly module: WebAssembly.Module;
  readonly definitions: SharedText | undefined;
}

/** Files of Kubernetes documents, each an entry of its own; several, because most are checked in no time. */
export interface ManifestsJob {
  readonly kind: 'manifests';
  readonly items: readonly ManifestItem[];
  readonly definitions: SharedText | undefined;
}

export interface ManifestItem {
  readonly entry: MatrixEntry;
  /** Names of further entries with an equal manifest. */
  readonly others: readonly string[];
  readonly secrets: readonly string[];
  readonly manifest: ManifestText;
}

/** Files to read CustomResourceDefinitions from, before anything is checked. */
export interface DefinitionsJob {
  readonly kind: 'definitions';
  readonly manifests: readonly ManifestText[];
  /** Which of several jobs of this kind it is. */
  readonly order: number;
}

/** A folder of Terraform files, to be read. */
export interface LoadJob {
  readonly kind: 'load';
  /** As the mounts name it: `/workspace/aws/kubernetes`. */
  readonly folder: string;
  readonly module: WebAssembly.Module;
}

/** A matrix entry of Terraform modules, to be rendered. */
export interface RenderJob {
  readonly kind: 'render';
  readonly entry: MatrixEntry;
  readonly params: RenderParams;
  /** What is known to be missing before anything is rendered: sampled variables, modules. */
  readonly gaps: readonly Gap[];
  /** Names of the root module's variables whose values were made up. */
  readonly sampled: readonly string[];
  /** How many problems are known before anything is rendered. */
  readonly found: number;
  readonly fetched: FetchedModules;
  /** Whether the files beside those of machines are wanted as well. */
  readonly withParts: boolean;
  readonly module: WebAssembly.Module;
}

/** A rendered cluster whose files are to be made. */
export interface OutputJob {
  readonly kind: 'output';
  readonly cluster: RenderedCluster;
  /** Whether keys and tokens stand in them. */
  readonly withKeys: boolean;
  readonly module: WebAssembly.Module;
}

/** A text that all workers see without a copy each: UTF-8. */
export type SharedText = SharedArrayBuffer;

export type Job = LoadJob | RenderJob | OutputJob | MachineJob | ManifestsJob | DefinitionsJob;

/** A worker's answer to one job. */
export type Answer =
  | { readonly kind: 'load'; readonly facts: ModuleFacts }
  | { readonly kind: 'render'; readonly verdict: RenderVerdict; readonly parts?: Parts }
  | { readonly kind: 'output'; readonly files: readonly OutputFile[] }
  | { readonly kind: 'machine'; readonly verdict: MachineVerdict; readonly parts?: Parts }
  | { readonly kind: 'manifests'; readonly verdict: ManifestsVerdict }
  /** Definitions as JSON, to be given to the other jobs; empty when there are none. */
  | { readonly kind: 'definitions'; readonly definitions: string }
  | { readonly kind: 'failure'; readonly failure: string };
