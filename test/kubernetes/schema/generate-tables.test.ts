import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import enforcement from '../../../scripts/kubernetes/enforcement.json' with { type: 'json' };
import { builtInTables } from '../../../scripts/kubernetes/generate-tables.ts';
import { GoCall, readGoLiteral } from '../../../scripts/kubernetes/go-literal.ts';
import { readOpenApiGo } from '../../../scripts/kubernetes/openapi-go.ts';
import type { MinorDefinitions, OpenApiSchema } from '../../../scripts/kubernetes/openapi-schema.ts';
import { packTables, tableText } from '../../../scripts/kubernetes/pack-tables.ts';
import { kubernetesReleases } from '../../../scripts/kubernetes/releases.ts';
import type { TableFile } from '../../../src/kubernetes/schema/table-file.ts';

describe('Go literals', () => {
  test.each([
    ['"a \\"b\\"\\n"', 'a "b"\n'],
    ['-12', -12],
    ['0.5', 0.5],
    ['nil', null],
    ['[]string{"a", "b",}', ['a', 'b']],
    ['[]interface{}{\n"a", 1,\n}', ['a', 1]],
    ['map[string]interface{}{"a": map[string]interface{}{"b": true}}', { a: { b: true } }],
    ['&spec.Schema{Type: []string{"x"}, Nullable: false}', { Type: ['x'], Nullable: false }],
    ['map[string]spec.Schema{}', {}],
    ['ref("k8s.io/api/core/v1.Pod")', new GoCall('ref', ['k8s.io/api/core/v1.Pod'])],
    ['ref(v1.Pod{}.OpenAPIModelName())', new GoCall('ref', [new GoCall('v1.Pod.OpenAPIModelName', [])])],
  ])('%s', (source, expected) => {
    expect(readGoLiteral(source, 0)).toEqual(expected);
  });

  test('anything else is an error', () => {
    expect(() => readGoLiteral('% 2', 0)).toThrow();
    expect(() => readGoLiteral('[]string{"a"', 0)).toThrow();
  });
});

const properties = `Properties: map[string]spec.Schema{
  "name": {SchemaProps: spec.SchemaProps{Description: "x", Default: "", Type: []string{"string"}, Format: ""}},
  "mode": {SchemaProps: spec.SchemaProps{Type: []string{"string"}, Enum: []interface{}{"A", "B"}}},
  "next": {SchemaProps: spec.SchemaProps{Ref: ref(NEXT)}},
  "parts": {
    VendorExtensible: spec.VendorExtensible{Extensions: spec.Extensions{"x-kubernetes-list-type": "set"}},
    SchemaProps: spec.SchemaProps{Type: []string{"array"}, Items: &spec.SchemaOrArray{Schema: &spec.Schema{
      SchemaProps: spec.SchemaProps{Type: []string{"integer"}, Format: "int32"}}}},
  },
}, Required: []string{"name"}`;

function goFile(key: string, next: string): string {
  return `package openapi
import (
\tv1 "k8s.io/api/core/v1"
)
\t\t${key}:   schema_Thing(ref),
func schema_Thing(ref common.ReferenceCallback) common.OpenAPIDefinition {
\treturn common.OpenAPIDefinition{Schema: spec.Schema{SchemaProps: spec.SchemaProps{
    Type: []string{"object"}, ${properties.replace('NEXT', next)}}}}
}
`;
}

describe('generated OpenAPI', () => {
  test.each([
    ['until 1.34', '"k8s.io/api/core/v1.Thing"', '"k8s.io/api/core/v1.Pod"'],
    ['from 1.35 on', 'v1.Thing{}.OpenAPIModelName()', 'v1.Pod{}.OpenAPIModelName()'],
  ])('%s', (_, key, next) => {
    expect(readOpenApiGo(goFile(key, next))).toEqual({
      'io.k8s.api.core.v1.Thing': {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', default: '' },
          mode: { type: 'string', enum: ['A', 'B'] },
          next: { $ref: '#/definitions/io.k8s.api.core.v1.Pod' },
          parts: {
            type: 'array',
            items: { type: 'integer', format: 'int32' },
            'x-kubernetes-list-type': 'set',
          },
        },
      },
    });
  });
});

function release(minor: number, fields: Readonly<Record<string, OpenApiSchema>>): MinorDefinitions {
  return {
    minor,
    definitions: {
      'io.k8s.api.core.v1.Thing': { type: 'object', properties: fields, required: ['name', 'on'] },
      'io.k8s.api.core.v1.Unused': { type: 'object' },
    },
    kinds: [{ apiVersion: 'v1', kind: 'Thing', definition: 'io.k8s.api.core.v1.Thing', namespaced: true }],
  };
}

describe('tables', () => {
  const text: OpenApiSchema = { type: 'string' };
  const mode = (...values: string[]): OpenApiSchema => ({ type: 'string', enum: values });
  const releases = [
    release(31, { name: text, on: { type: 'boolean' }, mode: mode('A', '') }),
    release(32, { on: { type: 'boolean' }, name: text, mode: mode('A', 'B'), size: { type: 'integer' } }),
  ];
  const strict = { optional: [], closed: ['api.core.*.Thing.mode'], unique: [], gates: {} };

  test('share what minors have in common', () => {
    const { definitions, kinds, minors } = packTables(releases, { comment: 'x', enforcement: strict });
    expect(minors).toEqual([31, 32]);
    expect(kinds).toEqual({
      v1: { Thing: { definition: 'api.core.v1.Thing', namespaced: true, since: 31 } },
    });
    expect(definitions).toEqual({
      'api.core.v1.Thing': {
        mode: [
          { type: 'string', minors: 1, enum: ['A'], closed: true },
          { type: 'string', minors: 2, enum: ['A', 'B'], closed: true },
        ],
        name: 'string!',
        on: 'boolean',
        size: { type: 'int64', minors: 2 },
      },
    });
  });

  test('enforce what a feature gate opens from its minor on', () => {
    const gated = { ...strict, gates: { 'api.core.*.Thing.mode': 32 } };
    expect(
      packTables(releases, { comment: 'x', enforcement: gated }).definitions['api.core.v1.Thing'],
    ).toMatchObject({
      mode: [
        { type: 'string', minors: 1 },
        { type: 'string', minors: 2, enum: ['A', 'B'], closed: true },
      ],
      name: 'string!',
    });
  });

  test('say what decoding needs and no more where nothing is enforced', () => {
    expect(packTables(releases, { comment: 'x' }).definitions['api.core.v1.Thing']).toEqual({
      mode: 'string',
      name: 'string',
      on: 'boolean',
      size: { type: 'int64', minors: 2 },
    });
  });

  test('do not depend on the order of the input', () => {
    const texts = [releases, releases.toReversed()].map((input) =>
      tableText(packTables(input, { comment: 'x' })),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(JSON.parse(texts[0] ?? '')).toEqual(packTables(releases, { comment: 'x' }));
  });
});

test('every place that enforcement.json names is in the table', () => {
  const written: TableFile = JSON.parse(tableOnDisk());
  const places = new Set<string>();
  for (const [definition, fields] of Object.entries(written.definitions)) {
    const struct = definition.replace(/\.v\d\w*\.(?=\w+$)/, '.*.');
    places.add(struct);
    for (const field of Object.keys(fields)) places.add(`${struct}.${field}`);
  }
  const { optional, closed, unique, gates } = enforcement;
  const named = [...optional, ...closed, ...unique, ...Object.keys(gates)];
  expect(named.filter((place) => !places.has(place))).toEqual([]);
});

function tableOnDisk(): string {
  return readFileSync(new URL('../../../schemas/kubernetes.json', import.meta.url), 'utf8');
}

/** Whether the modules are in Go's cache: the test fetches nothing. */
function hasModules(): boolean {
  const modules = kubernetesReleases.flatMap(({ kubernetes, api }) => [kubernetes, api]);
  try {
    const names = modules.map(({ path, version }) => `${path}@${version}`);
    for (const name of names)
      execFileSync('go', ['mod', 'download', name], {
        cwd: tmpdir(),
        env: { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off' },
        stdio: 'ignore',
      });
    return true;
  } catch {
    return false;
  }
}

test.skipIf(!hasModules())(
  'schemas/kubernetes.json is what the generator makes (needs Go and the modules of releases.ts in its cache)',
  () => {
    const table = builtInTables();
    expect(table && tableText(table) === tableOnDisk()).toBe(true);
  },
);
