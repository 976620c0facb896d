/** What a change does to what machines, API servers and operators receive, compared by machine and path. */
export interface RenderedDifference {
  /** Every entry of either side, by its name in code unit order. */
  readonly entries: readonly ComparedEntry[];
  /** In the order of `compareChanges`. Entries that are only on one side have none. */
  readonly changes: readonly RenderedChange[];
}

/** `unknown`: one side could not be rendered, or not as a whole, as `reason` says. */
export type ComparedEntry =
  | { readonly name: string; readonly status: 'same' | 'changed' | 'added' | 'removed' }
  | { readonly name: string; readonly status: 'unknown'; readonly reason: string };

/** One difference of one file, however many entries and machines have it. Keys and tokens are not in it. */
export interface RenderedChange {
  /** On the machine (`/etc/kubernetes/kubelet.yaml`), or in what is rendered: `manifests/coredns/service.yaml`. */
  readonly path: string;
  /** Sorted names of the machines that have the file; empty for what is on none. */
  readonly machines: readonly string[];
  /** Sorted names of the entries. */
  readonly entries: readonly string[];
  readonly status: 'changed' | 'added' | 'removed';
  /**
   * Lines of a unified diff with three lines of context, without line ends: each begins with `@@`, a space, `+`, `-` or
   * `\`.
   */
  readonly lines: readonly string[];
  /** How many lines came and went, those that are left out included. */
  readonly added: number;
  readonly removed: number;
  /** How many lines of the diff are not among `lines`, because there are too many. */
  readonly leftOut: number;
}

/** A whole file of what is rendered, however many entries and machines have it. Keys and tokens are not in it. */
export interface RenderedListing {
  readonly path: string;
  readonly machines: readonly string[];
  readonly entries: readonly string[];
  readonly text: string;
  /** How many UTF-16 units of the text are not in `text`, because there are too many; absent for none. */
  readonly leftOut?: number;
}
