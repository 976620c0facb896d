import type { Core } from '../../core/host.ts';
import type { ResourceAnswer, ResourceRequest } from '../../core/terraform-protocol.ts';

/** What an emulated resource may use. All of it gives the same for the same input. */
export interface ProviderContext {
  /** The core that is rendering; it may be called again from here. */
  readonly core: Core;
  /** Seconds since 1970 that stand for now. */
  readonly now: number;
  /** Folder of the root module, as the mounts name it: what relative paths start from. `/workspace` without it. */
  readonly rootFolder?: string;
}

/** Emulates the resources and data sources of one family of providers. One file each. */
export interface Provider {
  /** `tls`, `random`, `aws`: what types start with, `tls_private_key`. */
  readonly prefixes: readonly string[];
  /** Pure but for caches: the same request gives the same answer. Throws nothing. */
  readonly emulate: (request: ResourceRequest, context: ProviderContext) => ResourceAnswer;
}
