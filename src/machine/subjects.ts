import type { Core } from '../core/host.ts';
import type { Origin } from '../model/origin.ts';
import type { ConfigText, MachineConfig, MatrixEntry } from '../model/rendered-cluster.ts';
import type { YamlDocument, YamlSyntaxError } from '../yaml/document.ts';
import type { Ignition, IgnitionUnit } from './ignition.ts';
import type { UnitReader } from './systemd/unit-path.ts';
import type { UnitFile } from './unit-file.ts';

/** What the upstream translator said of one place. Lines and columns from 1, 0 where it names none. */
export interface TranslatorEntry {
  readonly kind: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly column: number;
  /** Which of several documents it is on, where that is the question: 0 is the first. */
  readonly document?: number;
  /** Strict translation refuses the document for it, though it is no error. */
  readonly refused?: boolean;
}

/** A config or snippet after its own translation. */
export interface DocumentSubject {
  readonly config: ConfigText;
  /** Butane's `variant`: `fcos`, `flatcar`; empty for the other dialects. */
  readonly variant: string;
  /** Of the variant, or of the Ignition specification; empty when the document does not say. */
  readonly version: string;
  readonly entries: readonly TranslatorEntry[];
  /** The translated Ignition as JSON; undefined when translation failed. */
  readonly ignition: string | undefined;
  /** The document's nodes with their places; undefined when it cannot be read as YAML at all. */
  readonly yaml: YamlDocument | undefined;
  readonly syntaxError: YamlSyntaxError | undefined;
}

/** A machine with all its documents translated and merged. */
export interface MachineSubject {
  readonly entry: MatrixEntry;
  readonly machine: MachineConfig;
  readonly documents: readonly DocumentSubject[];
  readonly ignition: Ignition;
  /** Size of the merged Ignition as it is delivered, in bytes of UTF-8. */
  readonly size: number;
  readonly units: readonly UnitSubject[];
  readonly files: readonly FileSubject[];
}

/** Where a text on the machine comes from. */
export interface TextSource {
  readonly text: string;
  /** Turns a place in `text` into the place in what the person edits. */
  readonly locate: (line: number, column: number) => Origin;
}

/** A unit file, or a drop-in of one, that somebody wrote (not one that the translator made up). */
export interface UnitSubject extends TextSource {
  /** `kubelet.service` */
  readonly name: string;
  /** `10-image.conf` when this is a drop-in. */
  readonly dropin: string | undefined;
  /** systemd itself for every unit of Ignition's `systemd` section. */
  readonly readBy: UnitReader;
  /** Where it is written, for a plain file of the machine; undefined for units that Ignition lists as such. */
  readonly path: string | undefined;
  readonly parsed: UnitFile;
  /** The unit as merged: enabled, masked, its contents and all drop-ins. */
  readonly merged: IgnitionUnit;
  readonly entry: MatrixEntry;
}

/** A file, as the machine receives it. */
export interface FileSubject extends TextSource {
  /** Absolute path on the machine. */
  readonly path: string;
  /** Permission bits, `0o644`. */
  readonly mode: number | undefined;
  /** `unit`: a unit file by its path, for the unit checks. */
  readonly language: 'shell' | 'json' | 'toml' | 'yaml' | 'unit' | 'text';
  readonly core: Core;
}
