/**
 * The parts of a merged Ignition config that the stages read, alike for specification 2.x and 3.x.
 * https://coreos.github.io/ignition/specs/
 */
export interface Ignition {
  readonly version: string;
  /** Configs that Ignition merges into this one when the machine boots. */
  readonly merged: readonly IgnitionSource[];
  readonly units: readonly IgnitionUnit[];
  readonly files: readonly IgnitionFile[];
  readonly directories: readonly IgnitionNode[];
  readonly links: readonly IgnitionNode[];
  readonly filesystems: readonly IgnitionFilesystem[];
}

export interface IgnitionUnit {
  readonly name: string;
  readonly enabled: boolean | undefined;
  readonly mask: boolean;
  readonly contents: string | undefined;
  readonly dropins: readonly { readonly name: string; readonly contents: string | undefined }[];
}

/** Something at a path of the machine's file system. */
export interface IgnitionNode {
  readonly path: string;
}

export interface IgnitionSource {
  /** URL of the contents, mostly a `data:` URL; undefined for none. */
  readonly source: string | undefined;
  readonly compression: string | undefined;
}

export interface IgnitionFile extends IgnitionNode, IgnitionSource {
  /** Permission bits. */
  readonly mode: number | undefined;
  readonly overwrite: boolean;
  readonly append: readonly IgnitionSource[];
}

export interface IgnitionFilesystem {
  readonly device: string;
  readonly path: string | undefined;
}
