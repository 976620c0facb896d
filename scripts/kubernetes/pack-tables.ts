import type { DefinitionRow, FieldRow, KindRow, TableFile } from '../../src/kubernetes/schema/table-file.ts';
import { type FieldEnforcement, reachable, shortName } from './field-facts.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { MinorDefinitions } from './openapi-schema.ts';

export interface PackOptions {
  /** First line of the file: which script makes it, of what. */
  readonly comment: string;
  /** When kinds came and went; kinds of older minors too, which no definitions are known of. */
  readonly lifecycles?: readonly Lifecycle[];
  /**
   * Makes required fields, enums and list keys part of the table. Without it the table says what decoding needs and no
   * more: component configurations mark most of their fields as required, and no component insists.
   */
  readonly enforcement?: FieldEnforcement;
}

/**
 * One table of the API types of several minors, ready for `JSON.stringify`; `tableText` writes it. Any generator can
 * use it: built-in kinds come from the swagger file, component configurations from `readOpenApiGo` and a list of
 * their kinds. The same input gives the same table, whatever the order of keys in it.
 *
 * @param input one entry for each minor; ascending in the table
 */
export function packTables(input: readonly MinorDefinitions[], options: PackOptions): TableFile {
  const releases = [...input].sort((a, b) => a.minor - b.minor);
  return {
    $comment: options.comment,
    minors: releases.map(({ minor }) => minor),
    kinds: packKinds(releases, options.lifecycles ?? []),
    definitions: packDefinitions(releases, options.enforcement),
  };
}

/** The text of the file: a line for each kind and each field, so that diffs can be read. */
export function tableText(table: TableFile): string {
  const rows = (group: object): string =>
    Object.entries(group)
      .map(([name, row]) => `   ${JSON.stringify(name)}: ${JSON.stringify(row)}`)
      .join(',\n');
  const groups = (all: object): string =>
    Object.entries(all)
      .map(([name, group]) => `  ${JSON.stringify(name)}: {\n${rows(group)}\n  }`)
      .join(',\n');
  return `{
 "$comment": ${JSON.stringify(table.$comment)},
 "minors": ${JSON.stringify(table.minors)},
 "kinds": {
${groups(table.kinds)}
 },
 "definitions": {
${groups(table.definitions)}
 }
}
`;
}

function packKinds(
  releases: readonly MinorDefinitions[],
  lifecycles: readonly Lifecycle[],
): TableFile['kinds'] {
  const rows = new Map<string, KindRow>();
  for (const { apiVersion, kind, ...facts } of lifecycles) rows.set(`${apiVersion} ${kind}`, facts);
  releases.forEach((release, index) => {
    for (const { apiVersion, kind, definition, namespaced } of release.kinds) {
      const row = rows.get(`${apiVersion} ${kind}`);
      rows.set(`${apiVersion} ${kind}`, {
        definition: shortName(definition),
        namespaced,
        since: release.minor,
        ...row,
        minors: (row?.minors ?? 0) | (1 << index),
      });
    }
  });
  const first = releases[0]?.minor ?? 0;
  const grouped: Record<string, Record<string, KindRow>> = {};
  for (const [key, row] of [...rows].sort(byKey)) {
    const [apiVersion = '', kind = ''] = key.split(' ');
    grouped[apiVersion] ??= {};
    grouped[apiVersion][kind] = finished(row, releases, first);
  }
  return grouped;
}

/** Leaves out the mask where all minors have the kind; says when it went where the sources differ from what is so. */
function finished(row: KindRow, releases: readonly MinorDefinitions[], first: number): KindRow {
  const { minors, ...rest } = row;
  if (minors === undefined) return { ...rest, removed: Math.min(rest.removed ?? first, first) };
  if (minors === (1 << releases.length) - 1) return rest;
  const gone = releases[32 - Math.clz32(minors)]?.minor;
  return { ...rest, minors, ...(gone !== undefined && { removed: gone }) };
}

function packDefinitions(
  releases: readonly MinorDefinitions[],
  enforcement: FieldEnforcement | undefined,
): TableFile['definitions'] {
  const definitions = new Map<string, Map<string, Map<string, number>>>();
  const held = new Map<string, number>();
  releases.forEach((release, index) => {
    for (const [name, fields] of reachable(release, enforcement)) {
      held.set(name, (held.get(name) ?? 0) | (1 << index));
      const rows = entry(definitions, name, () => new Map<string, Map<string, number>>());
      for (const [field, facts] of fields) {
        const variants = entry(rows, field, () => new Map<string, number>());
        const text = JSON.stringify(facts);
        variants.set(text, (variants.get(text) ?? 0) | (1 << index));
      }
    }
  });
  return Object.fromEntries(
    [...definitions].sort(byKey).map(([name, rows]) => [name, definitionRow(rows, held.get(name) ?? 0)]),
  );
}

function definitionRow(rows: ReadonlyMap<string, ReadonlyMap<string, number>>, all: number): DefinitionRow {
  return Object.fromEntries(
    [...rows].sort(byKey).map(([field, variants]) => {
      const written = Array.from(variants, ([text, minors]) => fieldRow(JSON.parse(text), minors, all));
      return [field, written.length === 1 && written[0] !== undefined ? written[0] : written];
    }),
  );
}

function fieldRow(facts: { readonly type: string }, minors: number, all: number): FieldRow {
  const { type, ...rest } = facts;
  const row = { type, ...(minors !== all && { minors }), ...rest };
  return Object.keys(row).length === 1 ? type : row;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
