import type { ManifestsVerdict } from '../kubernetes/check-manifests.ts';
import type { MachineVerdict } from '../machine/check-machine.ts';
import type { MachineConfig, ManifestText, MatrixEntry } from '../model/rendered-cluster.ts';

/** What every job of a run has in common; given to a worker when it starts. */
export interface WorkerSetup {
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
  readonly machine: MachineConfig;
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
  readonly manifest: ManifestText;
}

/** Files to read CustomResourceDefinitions from, before anything is checked. */
export interface DefinitionsJob {
  readonly kind: 'definitions';
  readonly manifests: readonly ManifestText[];
  /** Which of several jobs of this kind it is. */
  readonly order: number;
}

/** A text that all workers see without a copy each: UTF-8. */
export type SharedText = SharedArrayBuffer;

export type Job = MachineJob | ManifestsJob | DefinitionsJob;

/** A worker's answer to one job. */
export type Answer =
  | { readonly kind: 'machine'; readonly verdict: MachineVerdict }
  | { readonly kind: 'manifests'; readonly verdict: ManifestsVerdict }
  /** Definitions as JSON, to be given to the other jobs; empty when there are none. */
  | { readonly kind: 'definitions'; readonly definitions: string }
  | { readonly kind: 'failure'; readonly failure: string };
