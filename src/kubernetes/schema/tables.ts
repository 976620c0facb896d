import { didYouMean } from '../../model/did-you-mean.ts';
import { type Struct, Structs } from './struct.ts';
import type { KindRow, TableFile } from './table-file.ts';

/** Numbers are minors of Kubernetes 1.x; a replacement is written `networking.k8s.io/v1 Ingress`. */
export interface Deprecation {
  readonly since: number;
  readonly removedIn?: number;
  readonly replacement?: string;
}

/** What a minor of Kubernetes says to an apiVersion and kind. */
export type KindLookup =
  | {
      readonly state: 'known';
      readonly schema: Struct;
      readonly namespaced: boolean;
      readonly deprecated?: Deprecation;
    }
  /** That minor served it, but no table describes its fields: it was removed before the oldest one. */
  | { readonly state: 'undescribed'; readonly deprecated?: Deprecation }
  | { readonly state: 'removed'; readonly in: number; readonly replacement?: string }
  | { readonly state: 'not-yet'; readonly since: number }
  /** The kind is served, under these apiVersions; those of the same group when there are any. */
  | { readonly state: 'other-version'; readonly apiVersions: readonly string[] }
  | { readonly state: 'wrong-case'; readonly kind: string }
  /** `builtIn`: the group is Kubernetes' own, or can be nobody's, so no CustomResourceDefinition brings the kind. */
  | { readonly state: 'unknown'; readonly builtIn: boolean; readonly suggestion?: string };

/** API types of several minors. */
export interface Tables {
  /** Ascending. */
  readonly minors: readonly number[];
  /** A minor older than all of the table is answered from the oldest one, a newer one from the newest. */
  readonly find: (apiVersion: string, kind: string, minor: number) => KindLookup;
}

/**
 * Reads a table that `packTables` made (`schemas/kubernetes.json`).
 *
 * @param json the text of the file
 * @throws when it is no such text
 */
export function readTables(json: string): Tables {
  // The file is our own: a test makes it again and compares.
  const table = JSON.parse(json) as TableFile;
  return new KindTables(table);
}

class KindTables implements Tables {
  readonly minors: readonly number[];
  private readonly table: TableFile;
  private readonly structs: readonly Structs[];
  /** By minor, apiVersion and kind: making one key of the three would cost more than the rest of a lookup. */
  private readonly found = new Map<number, Map<string, Map<string, KindLookup>>>();

  constructor(table: TableFile) {
    this.table = table;
    this.minors = table.minors;
    this.structs = table.minors.map((_, index) => new Structs(table, index));
  }

  find(apiVersion: string, kind: string, minor: number): KindLookup {
    const known = this.found.get(minor)?.get(apiVersion)?.get(kind);
    if (known) return known;
    const lookup = this.lookUp(apiVersion, kind, minor);
    // Only what exists is kept: unknown names are as many as hostile documents like.
    if (lookup.state === 'known') this.keep(apiVersion, kind, minor, lookup);
    return lookup;
  }

  private keep(apiVersion: string, kind: string, minor: number, lookup: KindLookup): void {
    const ofMinor = this.found.get(minor) ?? new Map<string, Map<string, KindLookup>>();
    const ofVersion = ofMinor.get(apiVersion) ?? new Map<string, KindLookup>();
    this.found.set(minor, ofMinor.set(apiVersion, ofVersion.set(kind, lookup)));
  }

  private lookUp(apiVersion: string, kind: string, minor: number): KindLookup {
    const kinds = own(this.table.kinds, apiVersion);
    const row = kinds && own(kinds, kind);
    if (row) return this.lookUpRow(row, minor);
    const cased = Object.keys(kinds ?? {}).find((name) => name.toLowerCase() === kind.toLowerCase());
    if (cased !== undefined) return { state: 'wrong-case', kind: cased };
    const apiVersions = this.apiVersionsOf(kind, groupOf(apiVersion), minor);
    if (apiVersions.length > 0) return { state: 'other-version', apiVersions };
    const suggestion = didYouMean(kind, Object.keys(kinds ?? {}));
    return {
      state: 'unknown',
      builtIn: !groupVersion.test(apiVersion) || this.mayBeBuiltIn(apiVersion),
      ...(suggestion !== undefined && { suggestion }),
    };
  }

  private lookUpRow(row: KindRow, minor: number): KindLookup {
    const index = this.indexOf(minor);
    const described = row.definition !== undefined && ((row.minors ?? -1) & (1 << index)) !== 0;
    const { since = 0, removed } = row;
    if (minor < since) return { state: 'not-yet', since };
    const deprecated = this.deprecationOf(row, minor);
    if (removed !== undefined && minor >= removed && !described) {
      const replacement = this.replacementOf(row, minor);
      return { state: 'removed', in: removed, ...(replacement !== undefined && { replacement }) };
    }
    const structs = this.structs[index];
    if (!described || !structs || row.definition === undefined)
      return { state: 'undescribed', ...(deprecated && { deprecated }) };
    return {
      state: 'known',
      schema: structs.struct(row.definition),
      namespaced: row.namespaced === true,
      ...(deprecated && { deprecated }),
    };
  }

  private deprecationOf(row: KindRow, minor: number): Deprecation | undefined {
    if (row.deprecated === undefined || row.deprecated > minor) return undefined;
    const replacement = this.replacementOf(row, minor);
    return {
      since: row.deprecated,
      ...(row.removed !== undefined && { removedIn: row.removed }),
      ...(replacement !== undefined && { replacement }),
    };
  }

  /** What comes instead, unless that minor does not have it yet. */
  private replacementOf({ replacement }: KindRow, minor: number): string | undefined {
    if (replacement === undefined) return undefined;
    const [apiVersion = '', kind = ''] = replacement.split(' ');
    return this.serves(apiVersion, kind, minor) ? replacement : undefined;
  }

  private serves(apiVersion: string, kind: string, minor: number): boolean {
    const kinds = own(this.table.kinds, apiVersion);
    const row = kinds && own(kinds, kind);
    if (!row) return false;
    const { state } = this.lookUpRow({ ...row, deprecated: Number.POSITIVE_INFINITY }, minor);
    return state === 'known' || state === 'undescribed';
  }

  private apiVersionsOf(kind: string, group: string, minor: number): string[] {
    if (!this.isBuiltIn(group)) return [];
    const all = Object.keys(this.table.kinds).filter((version) => this.serves(version, kind, minor));
    const same = all.filter((version) => groupOf(version) === group);
    return same.length > 0 ? same : all;
  }

  /** Kubernetes has no group-less version but v1: `builtin` is kustomize's, `v1alpha1` Talos Linux's. */
  private mayBeBuiltIn(apiVersion: string): boolean {
    return apiVersion === 'v1' || (apiVersion.includes('/') && this.isBuiltIn(groupOf(apiVersion)));
  }

  private isBuiltIn(group: string): boolean {
    return Object.keys(this.table.kinds).some((apiVersion) => groupOf(apiVersion) === group);
  }

  private indexOf(minor: number): number {
    const index = this.minors.findLastIndex((known) => known <= minor);
    return Math.max(index, 0);
  }
}

const groupVersion = /^(?:[^/]+\/)?[^/]+$/;

/** The core group is empty: its apiVersion is `v1` alone. */
function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Documents choose the names: `constructor` must not find what every object inherits. */
function own<V>(rows: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(rows, name) ? rows[name] : undefined;
}
