import type { Origin } from './origin.ts';

/** Languages that describe what a machine does at first boot. */
export type Dialect = 'butane' | 'container-linux-config' | 'ignition';

export const platforms = [
  'aws',
  'azure',
  'google-cloud',
  'digitalocean',
  'bare-metal',
  'hetzner',
  'openstack',
  'vmware',
  'qemu',
] as const;

export type Platform = (typeof platforms)[number];

export const operatingSystems = ['fedora-coreos', 'flatcar'] as const;

export type OperatingSystem = (typeof operatingSystems)[number];

/** One cell of the matrix: one thing that is rendered as a whole. */
export interface MatrixEntry {
  /** Unique in a run: the config file's path, the machine's name in `windtunnel.yaml`, or the module's axes. */
  readonly name: string;
  readonly source: 'files' | 'terraform';
  readonly platform?: Platform;
  readonly os?: OperatingSystem;
  /** Release of the operating system, as its vendor writes it: `39.20240101.3.0`, `3815.2.0`. */
  readonly osVersion?: string;
  readonly networking?: string;
  readonly arch?: string;
  readonly controllers?: number;
  /** Kubernetes minor that its objects are for, `1.34`. */
  readonly kubernetes?: string;
  /** Who says so: `--kubernetes`, `windtunnel.yaml`, `image quay.io/poseidon/kubelet:v1.34.1`, `newest known`. */
  readonly kubernetesFrom?: string;
}

/** A text in one of the dialects, and the file it comes from. */
export interface ConfigText {
  readonly file: string;
  readonly text: string;
  readonly dialect: Dialect;
}

/** How the merged Ignition reaches the machine. */
export type Delivery = 'user-data' | 'file' | 'matchbox';

/** What one machine (or one pool of equal machines) is given at first boot. */
export interface MachineConfig {
  readonly name: string;
  readonly role?: 'controller' | 'worker';
  readonly pool?: string;
  readonly config: ConfigText;
  /** Merged into the config in this order, as terraform-provider-ct does. */
  readonly snippets: readonly ConfigText[];
  readonly delivery: Delivery;
  /** Where `local:` contents are read from, relative to the workspace. */
  readonly filesDir: string;
}

/** A file of Kubernetes documents that somebody applies to the API server, or gives to a component. */
export interface ManifestText {
  readonly file: string;
  readonly text: string;
}

/** Something that could not be rendered, or was replaced by a placeholder. */
export interface Gap {
  readonly what: string;
  readonly why: string;
  readonly origin?: Origin;
}

/**
 * All that one matrix entry's machines and API server receive: the only contract between rendering and
 * everything after it. Serialisable, because it travels between threads.
 */
export interface RenderedCluster {
  readonly entry: MatrixEntry;
  readonly machines: readonly MachineConfig[];
  /** Those that are files of their own; what machines hold is found in their merged Ignition. */
  readonly manifests: readonly ManifestText[];
  readonly gaps: readonly Gap[];
}
