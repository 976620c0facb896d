import type { FailOn } from '../model/exit-code.ts';
import type { Delivery, OperatingSystem, Platform } from '../model/rendered-cluster.ts';
import type { AxisValue } from './config.ts';

/** `windtunnel.yaml` as `schemas/windtunnel.schema.json` allows it; the schema is what decides. */
export interface RawConfig extends RawTarget {
  readonly files?: readonly string[];
  readonly ignore?: readonly string[];
  readonly 'files-dir'?: string;
  readonly strict?: boolean;
  readonly 'require-schemas'?: boolean;
  readonly machines?: readonly RawMachine[];
  readonly terraform?: RawTerraform;
  readonly 'fail-on'?: FailOn;
  readonly suppressions?: readonly RawSuppression[];
  readonly baseline?: string;
  readonly limits?: { readonly 'timeout-seconds'?: number; readonly workers?: number };
}

export interface RawTarget {
  readonly platform?: Platform;
  readonly os?: OperatingSystem;
  readonly 'os-version'?: string;
  readonly kubernetes?: string;
}

export interface RawMachine extends RawTarget {
  readonly name: string;
  readonly config: string;
  readonly snippets?: readonly string[];
  readonly role?: 'controller' | 'worker';
  readonly pool?: string;
  readonly delivery?: Delivery;
  readonly 'files-dir'?: string;
}

export interface RawTerraform {
  readonly modules?: readonly string[];
  readonly ignore?: readonly string[];
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly axes?: Readonly<Record<string, readonly AxisValue[]>>;
  readonly 'max-entries'?: number;
}

export interface RawSuppression {
  readonly check: string;
  readonly paths?: readonly string[];
  readonly entries?: readonly string[];
  readonly reason: string;
  readonly until?: string;
}
