import type { MachineConfig, MatrixEntry } from '../model/rendered-cluster.ts';
import type { MachineVerdict } from './check-machine.ts';

/** One machine to check, as it travels to a worker. */
export interface MachineJob {
  readonly entry: MatrixEntry;
  readonly machine: MachineConfig;
  /** Refuse a document for any remark of its translator. */
  readonly strict: boolean;
}

/** What every job of a run has in common; given to a worker when it starts. */
export interface WorkerSetup {
  readonly module: WebAssembly.Module;
  /** Folder whose files `local:` may name. */
  readonly workspace: string;
}

/** A worker's answer to one job. */
export type MachineAnswer = { readonly verdict: MachineVerdict } | { readonly failure: string };
