import type { KindDefinition } from './openapi-schema.ts';

interface Swagger {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly definitions: Readonly<
    Record<string, { readonly [groupVersionKinds]?: readonly GroupVersionKind[] }>
  >;
}

interface Operation {
  readonly [groupVersionKinds]?: GroupVersionKind;
}

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

const groupVersionKinds = 'x-kubernetes-group-version-kind';

/** The kinds that a client can write, with their place in `definitions`, from the text of a `swagger.json`. */
export function swaggerKinds(text: string): KindDefinition[] {
  const swagger: Swagger = JSON.parse(text);
  const scopes = writableScopes(swagger);
  const kinds: KindDefinition[] = [];
  for (const [definition, schema] of Object.entries(swagger.definitions)) {
    for (const names of schema[groupVersionKinds] ?? []) {
      const namespaced = scopes.get(keyOf(names));
      if (namespaced !== undefined)
        kinds.push({ apiVersion: apiVersionOf(names), kind: names.kind, definition, namespaced });
    }
  }
  return kinds;
}

/** Whether a kind is namespaced, for each kind that some path takes by POST or PUT. */
function writableScopes(swagger: Swagger): Map<string, boolean> {
  const scopes = new Map<string, boolean>();
  for (const [path, operations] of Object.entries(swagger.paths)) {
    for (const method of ['post', 'put']) {
      const names = operations[method]?.[groupVersionKinds];
      if (names) scopes.set(keyOf(names), path.includes('/namespaces/{namespace}/'));
    }
  }
  return scopes;
}

function keyOf(names: GroupVersionKind): string {
  return `${apiVersionOf(names)} ${names.kind}`;
}

function apiVersionOf({ group, version }: GroupVersionKind): string {
  return group === '' ? version : `${group}/${version}`;
}
