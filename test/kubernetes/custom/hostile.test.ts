import { expect, test } from 'vitest';
import { collectDefinitions } from '../../../src/kubernetes/custom/definition.ts';
import { Regex } from '../../../src/kubernetes/re2/regex.ts';
import type { JsonObject, JsonValue } from '../../../src/kubernetes/value.ts';
import { judgeDefinition, judgeResource } from './own-verdict.ts';

function definitionOf(spec: JsonObject): JsonObject {
  const schema = { type: 'object', properties: { spec } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'bombs.test.example.org' },
    spec: {
      group: 'test.example.org',
      scope: 'Namespaced',
      names: { plural: 'bombs', kind: 'Bomb' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  };
}

function resourceOf(spec: JsonValue): JsonObject {
  return { apiVersion: 'test.example.org/v1', kind: 'Bomb', metadata: { name: 'b' }, spec };
}

test.each(['(a+)+$', '(a|a)*b', '(.*)*x', '^(([a-z])+.)+[A-Z]([a-z])+$', '(a?){50}a{50}'])(
  'the pattern %s takes no time to speak of',
  (pattern) => {
    const definition = definitionOf({ type: 'string', pattern });
    expect(judgeDefinition(definition).problems).toEqual([]);
    const text = `${'a'.repeat(50_000)}!`;
    const { problems } = judgeResource(collectDefinitions([definition]), resourceOf(text));
    expect(problems.length).toBeLessThan(2);
  },
);

test('a pattern that repeats repeats is refused, as Go refuses it', () => {
  expect(Regex.compile('((a{100}){100}){100}')).toEqual({ invalid: 'invalid repeat count' });
});

test('rules over long lists end, and say that they did not come to one', () => {
  const rule = 'self.all(a, self.all(b, self.all(c, self.all(d, a + b + c + d >= 0))))';
  const definition = definitionOf({
    type: 'array',
    items: { type: 'integer' },
    'x-kubernetes-validations': [{ rule }],
  });
  expect(judgeDefinition(definition).problems[0]?.message).toContain('more than 100 times');
  const list = Array.from({ length: 1000 }, (_, index) => index);
  const { gaps } = judgeResource(collectDefinitions([definition]), resourceOf(list));
  expect(gaps[0]?.why).toBe('it takes too many steps');
});

test('text that doubles in a rule ends', () => {
  const rule = `${'self.map(a, a + a).'.repeat(1)}all(x, x.size() > 0)`;
  const doubling = `[${'self'}].map(a, a + a).map(a, a + a).map(a, a + a).all(x, x.size() > 0)`;
  for (const text of [rule, doubling]) {
    const definition = definitionOf({ type: 'string', 'x-kubernetes-validations': [{ rule: text }] });
    const { problems, gaps } = judgeResource(
      collectDefinitions([definition]),
      resourceOf('x'.repeat(100_000)),
    );
    expect(problems.length + gaps.length).toBeLessThan(3);
  }
});

test('a schema of 20,000 fields is read', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, index) => [`f${index}`, { type: 'string', default: 'x' }]),
  );
  const definition = definitionOf({ type: 'object', properties });
  expect(judgeDefinition(definition).problems).toEqual([]);
  const { problems } = judgeResource(collectDefinitions([definition]), resourceOf({ f1: 2 }));
  expect(problems.map(({ message }) => message)).toEqual(['spec.f1 must be a string, not 2']);
});

test('deep schemas and objects are read', () => {
  let schema: JsonObject = { type: 'integer' };
  let value: JsonValue = 'x';
  for (let depth = 0; depth < 500; depth += 1) {
    schema = { type: 'object', properties: { a: schema } };
    value = { a: value };
  }
  const definition = definitionOf(schema);
  expect(judgeDefinition(definition).problems).toEqual([]);
  expect(judgeResource(collectDefinitions([definition]), resourceOf(value)).problems).toHaveLength(1);
});

test('keys that every object inherits are keys like others', () => {
  const definition = definitionOf({ type: 'object', additionalProperties: { type: 'integer' } });
  const spec: JsonObject = JSON.parse('{"__proto__": 1, "constructor": 2, "toString": "x"}');
  const { problems } = judgeResource(collectDefinitions([definition]), resourceOf(spec));
  expect(problems.map(({ message }) => message)).toEqual(['spec.toString must be a whole number, not "x"']);
});

test('deeply nested expressions are a gap', () => {
  const rule = `${'('.repeat(2000)}true${')'.repeat(2000)}`;
  const definition = definitionOf({ type: 'string', 'x-kubernetes-validations': [{ rule }] });
  expect(judgeDefinition(definition).gaps).toHaveLength(1);
});
