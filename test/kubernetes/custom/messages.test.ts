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
  expect(words(judgeResource(definitions, resource))).toMatchInlineSnapshot();
});

test('a rule speaks with the words of its author, at the field that it names', () => {
  const resource = parse(`
apiVersion: db.example.org/v1
kind: Postgres
metadata: {name: orders}
spec: {version: "15", replicas: 2, storage: {size: 10Mi}, backup: {retention: 5m}}
`);
  expect(words(judgeResource(definitions, resource))).toMatchInlineSnapshot();
});

test('a rule without words is quoted, and an error of evaluation is told', () => {
  const resource = parse(`
apiVersion: ops.example.org/v1
kind: Tenant
metadata: {name: t}
spec: {owners: [{kind: User, name: u}], rank: 0}
`);
  expect(words(judgeResource(definitions, resource))).toMatchInlineSnapshot();
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
  expect(words(judgeDefinition(definition))).toMatchInlineSnapshot();
});

test('a rule that would cost too much is refused as the API server refuses it', () => {
  const definition = parse(
    JSON.stringify(
      definitionObjects.find(
        ({ metadata }) => isObject(metadata) && metadata['name'] === 'workflows.ci.example.org',
      ),
    ).replaceAll('"maxItems":10,', ''),
  );
  expect(words(judgeDefinition(definition))).toMatchInlineSnapshot();
});
