import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectDefinitions } from '../../../src/kubernetes/custom/definition.ts';
import { isObject, type JsonObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';
import { judgeDefinition, judgeResource } from './own-verdict.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const text = readFileSync(new URL('probe.yaml', fixtures), 'utf8');
const [definition, probe] = [...readDocuments(text)].map(({ value }) => value).filter(isObject);
if (!definition || !probe) throw new Error('probe.yaml has two documents');

/** What the API server made of each rule: it refused the definition, let the probe pass, or refused the probe. */
const recorded: Record<string, 'invalid' | 'true' | 'false' | 'error'> = JSON.parse(
  readFileSync(new URL('expressions.json', fixtures), 'utf8'),
);

function withRule(rule: string): JsonObject {
  const place = '"properties":{"a":';
  const validations = JSON.stringify([{ rule, message: 'the rule failed' }]);
  const changed = JSON.stringify(definition).replace(
    place,
    () => `"x-kubernetes-validations":${validations},${place}`,
  );
  const value: JsonValue = JSON.parse(changed);
  if (!isObject(value)) throw new Error('a definition is an object');
  return value;
}

test.each(Object.entries(recorded))('%s', (rule, verdict) => {
  const object = withRule(rule);
  const compiled = judgeDefinition(object);
  expect(compiled.gaps).toEqual([]);
  const messages = compiled.problems.map(({ message }) => message);
  expect(messages.length > 0, messages.join('; ')).toBe(verdict === 'invalid');
  if (verdict === 'invalid') return;
  const run = judgeResource(collectDefinitions([object]), probe);
  expect(run.gaps).toEqual([]);
  expect(run.problems.length === 0, run.problems[0]?.message).toBe(verdict === 'true');
});

const unread = [
  '[?self.?a].size() == 1',
  "{?'a': self.?a}.size() == 1",
  'self.l.sortBy(x, x.name).size() == 2',
];

test.each(unread)('%s cannot be judged, and is said to be a gap', (rule) => {
  const object = withRule(rule);
  expect(judgeDefinition(object).gaps).toHaveLength(1);
  const [gap] = judgeResource(collectDefinitions([object]), probe).gaps;
  expect(gap?.what).toContain(rule);
});
