import { readFileSync } from 'node:fs';
import { isObject, type JsonObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';

const text = readFileSync(new URL('./fixtures/probe.yaml', import.meta.url), 'utf8');
const objects = [...readDocuments(text)].map(({ value }) => value).filter(isObject);

/** A definition with fields of all types. */
const definition = objects[0] ?? {};

/** A resource of it. */
export const probe: JsonObject = objects[1] ?? {};

/** The definition with rules for `spec`; their messages number them. */
export function withRules(rules: readonly string[]): JsonObject {
  const validations = rules.map((rule, index) => ({ rule, message: `rule-${index}-failed` }));
  const place = '"properties":{"a":';
  const added = `"x-kubernetes-validations":${JSON.stringify(validations)},${place}`;
  const value: JsonValue = JSON.parse(JSON.stringify(definition).replace(place, () => added));
  return isObject(value) ? value : {};
}
