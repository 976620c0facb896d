import { child, type FieldPath, formatPath } from '../field-path.ts';
import { dns1035Label, pathSegmentName } from '../meta/names.ts';
import { checkObjectMeta } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';
import { checkMetadataShape } from './metadata-shape.ts';
import { fieldSchema, type SchemaNode } from './schema-node.ts';

/** Checks apiVersion, kind and metadata of every `x-kubernetes-embedded-resource` in `value`. */
export function checkEmbedded(
  value: JsonValue,
  schema: SchemaNode | undefined,
  path: FieldPath | undefined,
  context: RuleContext,
): void {
  if (!schema) return;
  if (isArray(value)) {
    for (const [index, item] of value.entries())
      checkEmbedded(item, schema.items, child(path, index), context);
  } else if (isObject(value)) {
    if (schema.embedded) checkResource(value, path, context);
    for (const key of Object.keys(value)) {
      const field = value[key];
      if (typeof field !== 'object' || field === null) continue;
      checkEmbedded(field, fieldSchema(schema, key), child(path, key), context);
    }
  }
}

function checkResource(resource: JsonObject, path: FieldPath | undefined, context: RuleContext): void {
  checkName(resource, 'apiVersion', isGroupVersion, 'an API version such as apps/v1', path, context);
  const isKind = (kind: string) => dns1035Label.test(kind.toLowerCase());
  checkName(resource, 'kind', isKind, 'a kind: letters and digits, with a letter first', path, context);
  const { metadata } = resource;
  if (metadata === undefined || metadata === null) return;
  const at = child(path, 'metadata');
  if (checkMetadataShape(metadata, at, context.problems) && isObject(metadata)) {
    checkMetadata(metadata, at, context);
  }
}

function isGroupVersion(text: string): boolean {
  return text === '/' || text.split('/').length <= 2;
}

function checkName(
  resource: JsonObject,
  key: string,
  test: (text: string) => boolean,
  words: string,
  path: FieldPath | undefined,
  { problems }: RuleContext,
): void {
  const at = child(path, key);
  const value = resource[key];
  if (value === undefined) {
    problems.value(
      'schema/missing-field',
      at,
      `${formatPath(at)} is required in a resource within a resource`,
    );
  } else if (typeof value !== 'string' || value === '' || !test(value)) {
    problems.value('manifest/invalid-value', at, `${formatPath(at)} must be ${words}, not ${quoted(value)}`);
  }
}

function checkMetadata(metadata: JsonObject, path: FieldPath, context: RuleContext): void {
  const problems = new Problems();
  const name = typeof metadata['name'] === 'string' && metadata['name'] !== '' ? metadata['name'] : 'unnamed';
  const namespaced = typeof metadata['namespace'] === 'string' && metadata['namespace'] !== '';
  checkObjectMeta(
    { metadata: { ...metadata, name } },
    { name: pathSegmentName, namespaced, anyFinalizer: true },
    { ...context, problems },
  );
  for (const problem of problems.list) context.problems.add(beneath(problem, path));
}

type Problem = Problems['list'][number];

/** The problem of an object's `metadata`, at the place where that object stands in another. */
function beneath(problem: Problem, metadata: FieldPath): Problem {
  const path = graft(problem.path, metadata);
  const place = formatPath(problem.path);
  const isNamed = place !== '' && problem.message.startsWith(place);
  const message = isNamed ? formatPath(path) + problem.message.slice(place.length) : problem.message;
  return { ...problem, path, message };
}

/** `metadata.x` becomes `<metadata>.x`. */
function graft(path: FieldPath | undefined, metadata: FieldPath): FieldPath {
  if (!path?.parent) return metadata;
  return { parent: graft(path.parent, metadata), key: path.key };
}
