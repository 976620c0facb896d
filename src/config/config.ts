import type { FailOn } from '../model/exit-code.ts';
import type { Origin } from '../model/origin.ts';
import type { Delivery, OperatingSystem, Platform } from '../model/rendered-cluster.ts';

/** The settings of a run, defaults filled in. Paths of files are relative to the workspace. */
export interface Config {
  /** The `windtunnel.yaml` they come from; undefined when there is none. */
  readonly file: string | undefined;
  /** Folder of that file: what the patterns below are relative to. '' is the workspace itself. */
  readonly folder: string;
  /** Patterns that replace discovery by content. */
  readonly files: readonly string[] | undefined;
  readonly ignore: readonly string[];
  readonly filesDir: string | undefined;
  readonly strict: boolean;
  readonly target: MachineTarget;
  /** Whether an object whose schema nobody knows is an error. */
  readonly requireSchemas: boolean;
  readonly machines: readonly MachineSettings[];
  readonly terraform: TerraformSettings;
  readonly failOn: FailOn;
  readonly suppressions: readonly Suppression[];
  readonly baseline: string | undefined;
  readonly limits: Limits;
}

/** What a machine runs on, as far as it is known. */
export interface MachineTarget {
  readonly platform?: Platform;
  readonly os?: OperatingSystem;
  readonly osVersion?: string;
  /** Kubernetes minor, `1.34`, and who says so. */
  readonly kubernetes?: string;
  readonly kubernetesFrom?: string;
}

/** A machine of `machines:`; its target is complete with the defaults of the file. */
export interface MachineSettings {
  readonly name: string;
  readonly config: string;
  readonly snippets: readonly string[];
  readonly role: 'controller' | 'worker' | undefined;
  readonly pool: string | undefined;
  readonly target: MachineTarget;
  readonly delivery: Delivery;
  readonly filesDir: string | undefined;
  readonly origin: Origin;
}

/** Which Terraform modules are rendered, and with which values. */
export interface TerraformSettings {
  /** Patterns of folders that replace discovery; undefined for all modules that hold something of a cluster. */
  readonly modules: readonly string[] | undefined;
  /** Patterns of folders that are not rendered. */
  readonly ignore: readonly string[];
  /** Values for every root module that declares the variable. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Values that the matrix has for a variable; none means that it is not varied. */
  readonly axes: Readonly<Record<string, readonly AxisValue[]>>;
  readonly maxEntries: number;
}

export type AxisValue = string | number | boolean;

/** An accepted finding of `suppressions:`. */
export interface Suppression {
  readonly check: string;
  /** Patterns of files, relative to the config's folder; undefined for all. */
  readonly paths: readonly string[] | undefined;
  /** Patterns of entry names; undefined for all. */
  readonly entries: readonly string[] | undefined;
  readonly reason: string;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until: string | undefined;
  readonly origin: Origin;
  /** Place of `until`, or of the suppression without one. */
  readonly untilOrigin: Origin;
}

interface Limits {
  /** Undefined leaves it to the program. */
  readonly timeoutSeconds: number | undefined;
  readonly workers: number | undefined;
}

/** Something wrong in `windtunnel.yaml`, in one sentence and with its place. */
export interface ConfigError {
  readonly message: string;
  readonly origin: Origin;
}

/** The settings of a workspace without a `windtunnel.yaml`. */
export const defaultConfig: Config = {
  file: undefined,
  folder: '',
  files: undefined,
  ignore: [],
  filesDir: undefined,
  strict: true,
  target: {},
  requireSchemas: false,
  machines: [],
  // 256 is also the most that GitHub Actions takes as a matrix.
  terraform: { modules: undefined, ignore: [], variables: {}, axes: {}, maxEntries: 256 },
  failOn: 'error',
  suppressions: [],
  baseline: undefined,
  limits: { timeoutSeconds: undefined, workers: undefined },
};
