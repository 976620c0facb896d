import { child, type FieldPath } from '../field-path.ts';
import { type ManifestProblem, Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonValue } from '../value.ts';
import type { DefinitionReport } from './definition-report.ts';
import { checkEmbedded } from './embedded.ts';
import { runRules } from './run-rules.ts';
import type { SchemaNode } from './schema-node.ts';
import { checkUnknownFieldsOf } from './unknown-fields.ts';
import { checkValue } from './value-check.ts';

const metaFields = new Set(['metadata', 'kind', 'apiVersion']);

/** Checks that defaults are values that the schema allows, as they stand: a default gets no defaults here. */
export function checkDefaults(
  schema: SchemaNode,
  path: FieldPath,
  report: DefinitionReport,
  context: RuleContext,
): void {
  visit(schema, true, false, path, report, context);
}

function visit(
  schema: SchemaNode,
  isResource: boolean,
  inMetadata: boolean,
  path: FieldPath,
  report: DefinitionReport,
  context: RuleContext,
): void {
  if (schema.default !== undefined)
    checkDefault(schema.default, schema, inMetadata, child(path, 'default'), report, context);
  const inner = inMetadata && !schema.embedded;
  // Values of additionalProperties have no defaults that are looked at.
  if (schema.items) visit(schema.items, false, inner, child(path, 'items'), report, context);
  for (const [name, property] of schema.properties) {
    const isMeta = inner || ((isResource || schema.embedded) && metaFields.has(name));
    visit(property, false, isMeta, child(child(path, 'properties'), name), report, context);
  }
}

function checkDefault(
  value: JsonValue,
  schema: SchemaNode,
  inMetadata: boolean,
  path: FieldPath,
  report: DefinitionReport,
  context: RuleContext,
): void {
  const problems = new Problems();
  const inner = { ...context, problems };
  if (!inMetadata) {
    checkUnknownFieldsOf(value, schema, path, problems);
    checkEmbedded(value, schema, path, inner);
  }
  checkValue(value, schema, path, { problems, gaps: [], minor: context.minor });
  if (problems.list.length === 0) runRules(value, schema, schema.embedded, path, [], inner);
  for (const problem of problems.list)
    report.say(path, `must be a value that its schema allows: ${reason(problem)}`);
}

function reason({ message }: ManifestProblem): string {
  return message;
}
