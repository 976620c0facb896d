/**
 * Text of `schemas/component-flags.json`: the command line flags of the Kubernetes components. Masks have bit 0 for
 * `minors[0]`, and so on; no mask means all minors. Names are written with hyphens, as the components normalize them.
 */
export interface FlagFile {
  readonly $comment: string;
  /** Ascending: `[16, 17, ...]` for Kubernetes 1.16 and later. */
  readonly minors: readonly number[];
  /** By component (`kubelet`), then by flag; several rows where the type changed. A string is a type alone. */
  readonly components: Readonly<
    Record<string, Readonly<Record<string, string | FlagRow | readonly FlagRow[]>>>
  >;
}

/** One flag with one type. */
export interface FlagRow {
  /** What the Type() of pflag's value answers: `bool`, `int32`, `duration`, `stringSlice`, `mapStringBool`. */
  readonly type: string;
  /** Minors that have it; 0 for a flag that left before the table begins. */
  readonly minors?: number;
  readonly shorthand?: string;
  /** Minors that warn when it is used. */
  readonly deprecated?: number;
  /** What stands for it now: flags, or a few words. */
  readonly instead?: string;
}
