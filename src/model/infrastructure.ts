import type { Origin } from './origin.ts';

/** What a cluster stands on, in one shape for all platforms. */
export interface Infrastructure {
  readonly firewallRules: readonly FirewallRule[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly instances: readonly Instance[];
  readonly osImages: readonly OsImage[];
  /** Container images that machines and manifests name. */
  readonly images: readonly ImageReference[];
}

interface Resource {
  /** Terraform address: `module.workers.aws_instance.worker[0]`. */
  readonly address: string;
  readonly origin: Origin;
}

/** One end of a connection. */
export type Endpoint =
  | { readonly kind: 'role'; readonly role: string }
  /** `10.0.0.0/16`; `0.0.0.0/0` and `::/0` are everybody. */
  | { readonly kind: 'cidr'; readonly cidr: string }
  | { readonly kind: 'other'; readonly what: string };

/** First and last port, inclusive. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** What may reach what, stateful: answers are let through. */
export interface FirewallRule extends Resource {
  readonly direction: 'ingress' | 'egress';
  readonly action: 'allow' | 'deny';
  readonly from: readonly Endpoint[];
  readonly to: readonly Endpoint[];
  /** `tcp`, `udp`, `icmp`, `any`, or another as the platform names it (`ipip`, `esp`, `sctp`). */
  readonly protocol: string;
  /** Empty: all of them, or the protocol has none. */
  readonly ports: readonly PortRange[];
  /** Where the platform has an order of rules (Azure, Google): lower is decided first, and decides. */
  readonly priority?: number;
}

export interface LoadBalancer extends Resource {
  readonly listeners: readonly {
    readonly protocol: string;
    readonly port: number;
    readonly targetPort: number;
  }[];
  readonly targets: readonly Endpoint[];
}

/** A machine, or a group of equal machines. */
export interface Instance extends Resource {
  readonly role: string | undefined;
  /** Size as the platform names it: `t3.small`. */
  readonly size: string | undefined;
  /** Name of its {@link MachineConfig}. */
  readonly machine: string | undefined;
  /** Address of its {@link OsImage}, or the image's name. */
  readonly osImage: string | undefined;
}

/** An image of an operating system, or the query that finds one. */
export interface OsImage extends Resource {
  readonly what: string;
}

/** `quay.io/poseidon/kubelet:v1.34.1` */
export interface ImageReference {
  readonly image: string;
  readonly origin: Origin;
  /** What names it: `manifests/coredns/deployment.yaml`, `controller: kubelet.service`. */
  readonly where: string;
}

export const noInfrastructure: Infrastructure = {
  firewallRules: [],
  loadBalancers: [],
  instances: [],
  osImages: [],
  images: [],
};
