import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { ConfigText } from '../../model/rendered-cluster.ts';

/** A machine config among the resources, before anybody knows which machine gets it. */
export interface FoundMachine {
  /** The one that holds it. */
  readonly resource: RenderedResource;
  readonly config: ConfigText;
  readonly snippets: readonly ConfigText[];
  readonly filesDir: string;
  /** The Ignition that others use; undefined where it is not known, or is the config itself. */
  readonly rendered: string | undefined;
  /** What terraform-provider-ct is told; undefined for a config that it does not translate. */
  readonly ct: { readonly strict: boolean } | undefined;
}
