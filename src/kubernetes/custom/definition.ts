import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';

/** Where the scale subresource finds its numbers: simple JSON paths such as `.spec.replicas`. */
export interface ScalePaths {
  readonly specReplicas: string;
  readonly statusReplicas: string;
  readonly labelSelector: string | undefined;
}

/** One served version of a CustomResourceDefinition. Plain JSON: it travels to workers as it is. */
export interface Definition {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly scope: 'Namespaced' | 'Cluster';
  /** `openAPIV3Schema`, as it is written. */
  readonly schema: JsonObject;
  /** The status subresource takes `status` out of what is created. */
  readonly hasStatus: boolean;
  readonly scale: ScalePaths | undefined;
}

/** Definitions of a run, by `definitionKey`. Plain JSON. */
export type Definitions = Readonly<Record<string, Definition>>;

/** `group/version/Kind`, as in `apiVersion` and `kind` of the custom resource. */
function definitionKey(apiVersion: string, kind: string): string {
  return `${apiVersion}/${kind}`;
}

/** What the definitions of a run say of `object`'s kind; undefined when none is for it. */
export function findDefinition(definitions: Definitions, object: JsonObject): Definition | undefined {
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const key = definitionKey(apiVersion, kind);
  return Object.hasOwn(definitions, key) ? definitions[key] : undefined;
}

/** The registry of all that `objects` define. Of two definitions of one kind the first counts. */
export function collectDefinitions(objects: Iterable<JsonObject>): Definitions {
  const all = new Map<string, Definition>();
  for (const object of objects) {
    for (const definition of readDefinition(object)) {
      const key = definitionKey(`${definition.group}/${definition.version}`, definition.kind);
      if (!all.has(key)) all.set(key, definition);
    }
  }
  return Object.fromEntries(all);
}

/** True for a CustomResourceDefinition, valid or not. */
export function isDefinition({ apiVersion, kind }: JsonObject): boolean {
  return apiVersion === 'apiextensions.k8s.io/v1' && kind === 'CustomResourceDefinition';
}

/**
 * The served versions of a CustomResourceDefinition (apiextensions.k8s.io/v1) that have a schema. None for any other
 * object. What is wrong with the definition itself is for `definitionRules` to say.
 */
function readDefinition(object: JsonObject): Definition[] {
  if (!isDefinition(object)) return [];
  const spec = objectIn(object, 'spec');
  const { group } = spec;
  const { kind } = objectIn(spec, 'names');
  if (typeof group !== 'string' || typeof kind !== 'string' || !isArray(spec['versions'])) return [];
  const scope = spec['scope'] === 'Cluster' ? 'Cluster' : 'Namespaced';
  return spec['versions'].flatMap((version) => {
    const served = readVersion(version);
    return served ? [{ group, kind, scope, ...served }] : [];
  });
}

type ServedVersion = Omit<Definition, 'group' | 'kind' | 'scope'>;

function readVersion(version: JsonValue): ServedVersion | undefined {
  if (!isObject(version) || version['served'] !== true || typeof version['name'] !== 'string')
    return undefined;
  const schema = objectIn(version, 'schema')['openAPIV3Schema'];
  if (!isObject(schema)) return undefined;
  const subresources = objectIn(version, 'subresources');
  return {
    version: version['name'],
    schema,
    hasStatus: isObject(subresources['status']),
    scale: readScale(subresources['scale']),
  };
}

function readScale(scale: JsonValue | undefined): ScalePaths | undefined {
  if (!isObject(scale)) return undefined;
  const { specReplicasPath, statusReplicasPath, labelSelectorPath } = scale;
  if (typeof specReplicasPath !== 'string' || typeof statusReplicasPath !== 'string') return undefined;
  const labelSelector = typeof labelSelectorPath === 'string' ? labelSelectorPath : undefined;
  return { specReplicas: specReplicasPath, statusReplicas: statusReplicasPath, labelSelector };
}

const nothing: JsonObject = {};

function objectIn(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isObject(value) ? value : nothing;
}
