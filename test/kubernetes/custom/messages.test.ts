import { expect, test } from 'vitest';
import { formatPath } from '../../../src/kubernetes/field-path.ts';
import { isObject, type JsonObject } from '../../../src/kubernetes/value.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';
import { definitionObjects, definitions } from './corpus.ts';
import { judgeDefinition, judgeResource, type OwnVerdict } from './own-verdict.ts';

function parse(text: string): JsonObject {
  const value = [...readDocuments(text)][0]?.value;
  if (!isObject(value)) throw new Error('not an object');
  return value;
}

function words({ problems }: OwnVerdict): string[] {
  return problems.map(({ check, path, message, fix }) =>
    [check, formatPath(path), message, fix ?? ''].join(' | '),
  );
}

test('what is wrong with a custom resource is said with its place', () => {
  const resource = parse(`
apiVersion: db.example.org/v1
kind: Postgres
metadata: {name: Orders, lables: {a: b}}
spec:
  version: "17"
  replica: 3
  replicas: three
  storage: {}
  users: [{name: a}, {name: a}]
`);
  expect(words(judgeResource(definitions, resource))).toMatchInlineSnapshot(`
    [
      "schema/unknown-field | metadata.lables | metadata.lables is no field of an object's metadata | did you mean labels?",
      "schema/unknown-field | spec.replica | spec.replica is no field of the definition's schema | did you mean replicas?",
    ]
  `);
});

test('a rule speaks with the words of its author, at the field that it names', () => {
  const resource = parse(`
apiVersion: db.example.org/v1
kind: Postgres
metadata: {name: orders}
spec: {version: "15", replicas: 2, storage: {size: 10Mi}, backup: {retention: 5m}}
`);
  expect(words(judgeResource(definitions, resource))).toMatchInlineSnapshot(`
    [
      "manifest/custom-rule | spec | spec must fulfil a rule of the definition: replicas must be odd | ",
      "manifest/custom-rule | spec.storage.size | spec.storage.size must fulfil a rule of the definition: size 10Mi is below 100Mi | ",
      "manifest/custom-rule | spec.backup | spec.backup must fulfil a rule of the definition: keep backups for an hour at least | ",
    ]
  `);
});

test('a rule without words is quoted, and an error of evaluation is told', () => {
  const resource = parse(`
apiVersion: ops.example.org/v1
kind: Tenant
metadata: {name: t}
spec: {owners: [{kind: User, name: u}], rank: 0}
`);
  expect(words(judgeResource(definitions, resource))).toMatchInlineSnapshot(`
    [
      "manifest/custom-rule | spec.rank | spec.rank must fulfil the definition's rule self > 0 && self < 10 | ",
      "manifest/custom-rule | spec.rank | spec.rank must let the definition's rule 10 / self > 1 be evaluated, and it ends in an error: division by zero | ",
    ]
  `);
});

test('what is wrong with a definition is said with its place', () => {
  const definition = parse(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.org}
spec:
  group: example.org
  scope: Namespaced
  names: {plural: thing, kind: Thing}
  versions:
    - name: v1
      served: true
      storage: false
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                list: {type: array, x-kubernetes-list-type: map, items: {type: string}}
                text: {type: string, pattern: "(", default: 3}
                free: {}
              x-kubernetes-validations: [{rule: "self.txt == ''"}]
`);
  expect(words(judgeDefinition(definition))).toMatchInlineSnapshot(`
    [
      "manifest/invalid-definition | metadata.name | metadata.name must be spec.names.plural, a dot and spec.group: "thing.example.org", not "things.example.org" | ",
      "manifest/invalid-definition | spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.text.pattern | spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.text.pattern must be a regular expression of RE2: missing closing ) | ",
      "manifest/invalid-definition | spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.free.type | spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.free.type must be set for each field | ",
      "manifest/invalid-definition | spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.list.x-kubernetes-list-map-keys | spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.list.x-kubernetes-list-map-keys must be set where x-kubernetes-list-type is map | ",
      "manifest/invalid-definition | spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.list.items.type | spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.list.items.type must be object in a list with x-kubernetes-list-type map | ",
      "manifest/invalid-definition | spec.versions | spec.versions must have exactly one version with storage: true, not 0 | ",
    ]
  `);
});

test('the name of a definition cannot be generated, nor may it have a prefix beside its name', () => {
  const definition = parse(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.org, generateName: thing-}
spec:
  group: example.org
  scope: Namespaced
  names: {plural: things, kind: Thing}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
`);
  expect(words(judgeDefinition(definition))).toEqual([
    'manifest/invalid-definition | metadata.generateName | metadata.generateName must not be set, because the name must be spec.names.plural, a dot and spec.group | ',
  ]);
});

test('the same version is right in one definition, and its neighbour is still wrong in another', () => {
  const text = (type: string) => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.org}
spec:
  group: example.org
  scope: Namespaced
  names: {plural: things, kind: Thing}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
    - {name: v2, served: true, storage: false, schema: {openAPIV3Schema: {type: ${type}}}}
`;
  expect(words(judgeDefinition(parse(text('object'))))).toEqual([]);
  const wrong = words(judgeDefinition(parse(text('string'))));
  expect(wrong).not.toEqual([]);
  expect(words(judgeDefinition(parse(text('string'))))).toEqual(wrong);
  expect(words(judgeDefinition(parse(text('object'))))).toEqual([]);
});

test('a rule that would cost too much is refused as the API server refuses it', () => {
  const definition = parse(
    JSON.stringify(
      definitionObjects.find(
        ({ metadata }) => isObject(metadata) && metadata['name'] === 'workflows.ci.example.org',
      ),
    ).replaceAll('"maxItems":10,', ''),
  );
  expect(words(judgeDefinition(definition))).toMatchInlineSnapshot(`
    [
      "manifest/invalid-definition | spec.versions[0].schema.openAPIV3Schema.properties.spec.x-kubernetes-validations[1].rule | spec.versions[0].schema.openAPIV3Schema.properties.spec.x-kubernetes-validations[1].rule must cost at most 10000000 by the API server's estimate, and may cost more than 100 times that, which maxItems, maxProperties and maxLength keep down | ",
      "manifest/invalid-definition | spec.versions[0].schema.openAPIV3Schema | spec.versions[0].schema.openAPIV3Schema must have rules that together cost at most 100000000 by the API server's estimate, which maxItems, maxProperties and maxLength keep down | ",
    ]
  `);
});
