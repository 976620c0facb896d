/** A file of what one matrix entry's machines, API servers and operators receive. No key or token stands in it. */
export interface Part {
  /** On the machine, `/etc/kubernetes/kubelet.yaml`, or in what is rendered: `manifests/coredns/service.yaml`. */
  readonly path: string;
  /** Name of the machine that has it; undefined for what is on none. */
  readonly machine?: string;
  readonly text: string;
  /**
   * Tells apart texts that differ in what is not shown, for what people write themselves: never given out. What is made up
   * is equal on both sides anyway.
   */
  readonly hidden?: string;
}

/** Parts of an entry, and why some of them may not be there. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly missing: readonly string[];
}
