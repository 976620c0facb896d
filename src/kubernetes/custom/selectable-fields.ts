import { child, type FieldPath } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import { isObject, type JsonArray } from '../value.ts';
import type { DefinitionReport } from './definition-report.ts';
import { followSchema } from './follow-schema.ts';
import type { SchemaNode } from './schema-node.ts';

const mostFields = 8;
const selectableTypes = new Set(['string', 'boolean', 'integer']);

/** Fields by which objects may be selected: simple ones, each once, and none of metadata. */
export function checkSelectableFields(
  fields: JsonArray,
  schema: SchemaNode,
  path: FieldPath,
  report: DefinitionReport,
): void {
  const seen = new Set<string>();
  for (const [index, field] of fields.entries()) {
    const jsonPath = isObject(field) ? text(field, 'jsonPath') : '';
    const at = child(child(path, index), 'jsonPath');
    const found = jsonPath.includes('[') ? undefined : followSchema(schema, jsonPath);
    if (jsonPath === '') report.say(at, 'must be set');
    else if (!found) report.say(at, `must lead to a field of the schema, not ${quoted(jsonPath)}`);
    else {
      if (found.steps[0] === 'metadata') report.say(at, 'must not lead into metadata');
      if (!selectableTypes.has(found.schema.type ?? ''))
        report.say(at, 'must lead to a string, a boolean or an integer');
      if (seen.has(jsonPath)) report.say(at, `must not repeat ${quoted(jsonPath)}`);
      seen.add(jsonPath);
    }
  }
  if (seen.size > mostFields) report.say(path, `must have at most ${mostFields} fields, not ${seen.size}`);
}
