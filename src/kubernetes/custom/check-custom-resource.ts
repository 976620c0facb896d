import { child } from '../field-path.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta } from '../meta/object-meta.ts';
import type { RuleContext } from '../rule.ts';
import { isObject, type JsonObject } from '../value.ts';
import { complete } from './complete.ts';
import { type Definition, type Definitions, findDefinition } from './definition.ts';
import { checkEmbedded } from './embedded.ts';
import type { Gap } from './gap.ts';
import { checkListTypes } from './list-types.ts';
import { checkMetadataShape } from './metadata-shape.ts';
import { runRules } from './run-rules.ts';
import { checkScale } from './scale.ts';
import { type SchemaNode, schemaNode } from './schema-node.ts';
import { checkUnknownFields } from './unknown-fields.ts';
import { checkValue } from './value-check.ts';

/**
 * Checks an object against the definitions of the run, in the order in which the API server does it when the object is
 * created with strict field validation.
 *
 * @returns what of it was not checked; undefined when no definition is for it
 */
export function checkCustomResource(
  definitions: Definitions,
  object: JsonObject,
  context: RuleContext,
): readonly Gap[] | undefined {
  const definition = findDefinition(definitions, object);
  if (!definition) return undefined;
  const schema = schemaNode(definition.schema);
  const gaps: Gap[] = [];
  if (checkShape(object, schema, context)) {
    checkContent(readObject(object, definition, schema), definition, schema, gaps, context);
  }
  return gaps;
}

/** What the server refuses while it reads the object. */
function checkShape(object: JsonObject, schema: SchemaNode, context: RuleContext): boolean {
  const metadata = object['metadata'] ?? null;
  const isWhole = checkMetadataShape(metadata, child(undefined, 'metadata'), context.problems);
  checkUnknownFields(object, schema, context.problems);
  return isWhole;
}

/** The object as the server goes on with it: completed, and without a status where that has a door of its own. */
function readObject(object: JsonObject, { hasStatus }: Definition, schema: SchemaNode): JsonObject {
  const completed = complete(object, schema);
  if (!isObject(completed) || !hasStatus || !Object.hasOwn(completed, 'status'))
    return isObject(completed) ? completed : object;
  return Object.fromEntries(Object.entries(completed).filter(([key]) => key !== 'status'));
}

function checkContent(
  object: JsonObject,
  definition: Definition,
  schema: SchemaNode,
  gaps: Gap[],
  context: RuleContext,
): void {
  const { problems, minor } = context;
  checkObjectMeta(
    object,
    { name: dns1123Subdomain, namespaced: definition.scope === 'Namespaced', anyFinalizer: true },
    context,
  );
  const before = problems.list.length;
  checkValue(object, schema, undefined, { problems, gaps, minor });
  checkScale(object, definition, problems);
  checkEmbedded(object, schema, undefined, context);
  checkListTypes(object, schema, undefined, problems);
  // The server, too, runs no rules on an object that does not fit its schema.
  if (problems.list.length === before) runRules(object, schema, true, undefined, gaps, context);
}
