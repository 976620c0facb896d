/**
 * Text of `schemas/kubernetes*.json`: the API types of several minors of Kubernetes in one table. What differs
 * between minors carries a mask: bit 0 stands for `minors[0]`, and so on; no mask means all of them.
 */
export interface TableFile {
  readonly $comment: string;
  /** Ascending: `[31, 32, ...]` for Kubernetes 1.31 and later. */
  readonly minors: readonly number[];
  /** By apiVersion (`v1`, `apps/v1`), then by kind. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, KindRow>>>>;
  /** Structs by name, `api.core.v1.PodSpec`; each holds its fields by their JSON names. */
  readonly definitions: Readonly<Record<string, DefinitionRow>>;
}

/** One apiVersion and kind; numbers are minors of Kubernetes 1.x. */
export interface KindRow {
  /** Absent when no minor of the table has the kind. */
  readonly definition?: string;
  readonly minors?: number;
  readonly namespaced?: boolean;
  readonly since?: number;
  readonly deprecated?: number;
  readonly removed?: number;
  /** `networking.k8s.io/v1 Ingress` */
  readonly replacement?: string;
}

export type DefinitionRow = Readonly<Record<string, FieldRow | readonly FieldRow[]>>;

/**
 * A field's type alone, or with what else is known of it. Types are written `int32`, `[]string` (a list),
 * `{}quantity` (a map from strings) or with the name of a definition; `!` behind it marks a field that must be there.
 */
export type FieldRow = string | FieldFacts;

export interface FieldFacts {
  readonly type: string;
  readonly minors?: number;
  /** The values that a string, or each string of a list, may have. */
  readonly enum?: readonly string[];
  /** True where the empty string is no way to leave an enum out: pointers in Go, and items of lists. */
  readonly closed?: boolean;
  /** What the API server fills in; only scalars that are not Go's zero value. */
  readonly default?: string | number | boolean;
  /** Fields that together tell the items of a list apart; empty for a list of scalars without repetition. */
  readonly keys?: readonly string[];
  /** True where the API server refuses a repeated item, and does not only merge it away when it applies. */
  readonly unique?: boolean;
}

/** Types that are no structs. Everything else in a `FieldRow`'s type is the name of a definition. */
export const scalarTypes = [
  'string',
  'boolean',
  'int32',
  'int64',
  'double',
  'bytes',
  'time',
  'micro-time',
  'duration',
  'quantity',
  'int-or-string',
  'any',
  'schema-or-array',
  'schema-or-boolean',
  'schema-or-strings',
] as const;

export type ScalarType = (typeof scalarTypes)[number];
