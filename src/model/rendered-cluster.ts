import { type Infrastructure, noInfrastructure } from './infrastructure.ts';
import type { Origin } from './origin.ts';
import type { SourceMap } from './source-map.ts';

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

/** A text, and the file that a person edits to change it. */
export interface RenderedText {
  /** The file that holds it, or the template that most of it comes from. */
  readonly file: string;
  readonly text: string;
  /** Where each part of a rendered text comes from; without it the text stands in `file` as it is. */
  readonly map?: SourceMap;
}

/** A text in one of the dialects. */
export interface ConfigText extends RenderedText {
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
  /** Terraform address of the resource that translates it: `module.workers.data.ct_config.worker[0]`. */
  readonly address?: string;
  /**
   * Whether what translates it refuses it for any remark, as `strict` of `ct_config` says; undefined leaves it to the
   * run's own strictness.
   */
  readonly strict?: boolean;
  /** Newest Ignition that the provider which translates it gives, `3.4.0`. */
  readonly newestIgnition?: string;
}

/** A file of Kubernetes documents that somebody applies to the API server, or gives to a component. */
export interface ManifestText extends RenderedText {
  /** What it is called where it is used, `manifests/coredns/deployment.yaml`, where that is not `file`. */
  readonly place?: string;
}

/** A file that is written somewhere: onto a machine by a provisioner, into a bundle, onto the disk of the operator. */
export interface RenderedFile extends RenderedText {
  /** Path in the bundle, on the machine or below the root module. */
  readonly path: string;
  /** Address of what writes it. */
  readonly owner: string;
  readonly target: 'bundle' | 'machine' | 'operator';
  /** It holds a value that no report may show. */
  readonly isSecret: boolean;
}

/** Something that could not be rendered, or is not what a real apply would give. */
export interface Gap {
  /**
   * `placeholder`: a value that only a provider knows was made up. `sample`: a variable without a value got one.
   * `missing`: a machine, a file or a part of one is not there.
   */
  readonly kind: 'placeholder' | 'sample' | 'missing';
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
  /** Beyond those: what provisioners and `local_file` write. */
  readonly files: readonly RenderedFile[];
  readonly infrastructure: Infrastructure;
  readonly gaps: readonly Gap[];
  /** Values that no report may show, longest first. */
  readonly secrets: readonly string[];
}

/** The rest of a cluster of which no more than machines or manifests are known. */
export const nothingElse: Pick<RenderedCluster, 'files' | 'infrastructure' | 'gaps' | 'secrets'> = {
  files: [],
  infrastructure: noInfrastructure,
  gaps: [],
  secrets: [],
};
