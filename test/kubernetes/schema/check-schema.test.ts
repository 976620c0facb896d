import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatPath } from '../../../src/kubernetes/field-path.ts';
import { type ManifestProblem, Problems } from '../../../src/kubernetes/problem.ts';
import { checkSchema } from '../../../src/kubernetes/schema/check-schema.ts';
import { readTables } from '../../../src/kubernetes/schema/tables.ts';
import type { JsonObject } from '../../../src/kubernetes/value.ts';

const tables = readTables(readFileSync(new URL('../../../schemas/kubernetes.json', import.meta.url), 'utf8'));

interface Verdict {
  readonly decodes: boolean;
  readonly problems: readonly ManifestProblem[];
}

function verdict(object: JsonObject, minor = 34): Verdict {
  const found = tables.find(String(object['apiVersion']), String(object['kind']), minor);
  if (found.state !== 'known') throw new Error(`${object['kind']} is ${found.state}`);
  const problems = new Problems();
  const decodes = checkSchema(found.schema, object, problems);
  return { decodes, problems: problems.list };
}

/** `check: message (fix)` of each problem. */
function lines(object: JsonObject, minor = 34): string[] {
  return verdict(object, minor).problems.map(
    ({ check, message, fix, severity }) =>
      `${severity ?? 'refused'} ${check}: ${message}${fix === undefined ? '' : ` (${fix})`}`,
  );
}

function pod(container: JsonObject, spec: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'web', image: 'nginx', ...container }], ...spec },
    ...more,
  };
}

function definition(schema: JsonObject): JsonObject {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'backups.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { plural: 'backups', kind: 'Backup' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  };
}

test('a valid object has no problem', () => {
  expect(verdict(pod({}))).toEqual({ decodes: true, problems: [] });
});

describe('unknown fields', () => {
  test.each([
    [
      pod({ imagePullpolicy: 'Always' }),
      'refused schema/unknown-field: spec.containers[0].imagePullpolicy is no field of Container (did you mean imagePullPolicy?)',
    ],
    [pod({}, { replicas: 2 }), 'refused schema/unknown-field: spec.replicas is no field of PodSpec'],
    [pod({}, {}, { data: {} }), 'refused schema/unknown-field: data is no field of Pod'],
    [
      pod({}, {}, { status: { fase: 'Running' } }),
      'refused schema/unknown-field: status.fase is no field of PodStatus (did you mean phase?)',
    ],
    [
      pod({ ['__proto__']: {} }),
      'refused schema/unknown-field: spec.containers[0].__proto__ is no field of Container',
    ],
    [pod({ '': 1 }), 'refused schema/unknown-field: spec.containers[0][] is no field of Container'],
  ])('%#', (object, expected) => {
    expect(lines(object)).toEqual([expected]);
    expect(verdict(object).decodes).toBe(true);
  });

  test.each([
    [pod({ hostNetwork: true }), 'move it to spec, where hostNetwork is a field'],
    [pod({ labels: {} }, {}, {}), undefined],
    [pod({ spec: {} }), 'move it to the top level, where spec is a field'],
    [pod({}, { image: 'nginx' }), 'move it to spec.containers[], where image is a field'],
    [pod({}, {}, { labels: {} }), 'move it to metadata, where labels is a field'],
    [
      pod({ ports: [{ containerPort: 80, imagePullPolicy: 'Always' }] }),
      'move it to spec.containers[0], where imagePullPolicy is a field',
    ],
  ])('that belong elsewhere say where: %#', (object, fix) => {
    expect(verdict(object).problems.map((problem) => problem.fix)).toEqual([fix]);
  });

  test('a field of another minor is named with it', () => {
    const object = pod({}, { hostnameOverride: 'web-1' });
    expect(lines(object, 33)).toEqual([
      'refused schema/unknown-field: spec.hostnameOverride is no field of PodSpec in this version of Kubernetes; 1.34 has it',
    ]);
    expect(lines(object, 34)).toEqual([]);
  });

  test('stand at their key', () => {
    expect(verdict(pod({ bogus: 1 })).problems.map(({ at, path }) => [at, formatPath(path)])).toEqual([
      ['key', 'spec.containers[0].bogus'],
    ]);
  });
});

describe('wrong types', () => {
  test.each([
    [
      pod({ env: [{ name: 'WORKERS', value: 4 }] }),
      'spec.containers[0].env[0].value must be a string, not 4 (put it in quotes: "4")',
    ],
    [
      pod({ args: ['-v', true] }),
      'spec.containers[0].args[1] must be a string, not true (put it in quotes: "true")',
    ],
    [
      pod({ ports: [{ containerPort: '80' }] }),
      'spec.containers[0].ports[0].containerPort must be a whole number of 32 bits, not the string "80" (write 80 without quotes)',
    ],
    [
      pod({ ports: [{ containerPort: 2147483648 }] }),
      'spec.containers[0].ports[0].containerPort must be a whole number of 32 bits, not 2147483648',
    ],
    [
      pod({}, { terminationGracePeriodSeconds: 2n ** 63n }),
      'spec.terminationGracePeriodSeconds must be a whole number of 64 bits, not 9223372036854775808',
    ],
    [
      pod({}, { hostNetwork: 'true' }),
      'spec.hostNetwork must be true or false, not the string "true" (write true without quotes)',
    ],
    [pod({}, { containers: {} }), 'spec.containers must be a list, not a mapping'],
    [pod({}, {}, { spec: [] }), 'spec must be a mapping, not a list'],
    [
      pod({ livenessProbe: { httpGet: { port: 1.5 } } }),
      'spec.containers[0].livenessProbe.httpGet.port must be a whole number or a string, not 1.5',
    ],
    [
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, data: { token: 'not base64' } },
      'data.token must be base64, not the string "not base64"',
    ],
    [
      { ...pod({}), metadata: { name: 'web', labels: { 'app.kubernetes.io/version': 1.5 } } },
      'metadata.labels[app.kubernetes.io/version] must be a string, not 1.5 (put it in quotes: "1.5")',
    ],
    [
      { ...pod({}), metadata: { name: 'web', creationTimestamp: 'today' } },
      'metadata.creationTimestamp must be a time such as 2030-01-31T12:00:00Z, not the string "today"',
    ],
  ])('%#', (object, expected) => {
    expect(lines(object)).toEqual([`refused schema/wrong-type: ${expected}`]);
    expect(verdict(object).decodes).toBe(false);
  });

  test('are refused within status as well', () => {
    expect(lines(pod({}, {}, { status: { conditions: 1 } }))).toEqual([
      'refused schema/wrong-type: status.conditions must be a list, not 1',
    ]);
  });

  test.each([
    ['1GB', ' (did you mean 1G?)'],
    ['512mb', ' (did you mean 512M?)'],
    ['1 Gi', ' (did you mean 1Gi?)'],
    ['', ''],
    ['lots', ''],
  ])('quantity %j', (memory, fix) => {
    expect(lines(pod({ resources: { limits: { memory } } }))).toEqual([
      `refused manifest/quantity: spec.containers[0].resources.limits.memory must be a quantity such as 500m, 2 or 1Gi, not the string ${JSON.stringify(memory)}${fix}`,
    ]);
  });

  test('the document itself', () => {
    const found = tables.find('v1', 'Pod', 34);
    const problems = new Problems();
    expect(found.state === 'known' && checkSchema(found.schema, 'Pod', problems)).toBe(false);
    expect(problems.list.map(({ message }) => message)).toEqual([
      'the document must be a mapping, not the string "Pod"',
    ]);
  });
});

describe('missing fields', () => {
  test.each([
    [pod({ name: undefined }), 'spec.containers[0].name must be set'],
    [pod({ name: null }), 'spec.containers[0].name must be set'],
    [pod({ name: '' }), 'spec.containers[0].name must be set, and not be empty'],
    [pod({}, { containers: [] }), 'spec.containers must be set, and not be empty'],
    [pod({}, { containers: [null] }), 'spec.containers[0].name must be set'],
    [
      pod({ ports: [{ containerPort: 0 }] }),
      'spec.containers[0].ports[0].containerPort must be set, and not be 0',
    ],
  ])('%#', (object, expected) => {
    expect(lines(object)).toEqual([`refused schema/missing-field: ${expected}`]);
  });

  test('that the server fills in, or does not miss, are none', () => {
    expect(lines(pod({ livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: 'A' }] } } }))).toEqual(
      [],
    );
    expect(
      lines({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: 'a' },
        roleRef: { kind: 'Role', name: 'b' },
      }),
    ).toEqual([]);
  });

  test('are none in status', () => {
    expect(lines(pod({}, {}, { status: { phase: 'Bogus', conditions: [{ type: '' }, {}] } }))).toEqual([]);
  });
});

describe('values of an enum', () => {
  test.each([
    [
      pod({ imagePullPolicy: 'always' }),
      'spec.containers[0].imagePullPolicy must be Always, IfNotPresent or Never, not "always" (did you mean Always?)',
    ],
    [
      pod({ volumeMounts: [{ name: 'a', mountPath: '/a', mountPropagation: '' }] }),
      'spec.containers[0].volumeMounts[0].mountPropagation must be Bidirectional, HostToContainer or None, not ""',
    ],
    [
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'a' },
        spec: { podSelector: {}, policyTypes: ['Ingress', 'egress'] },
      },
      'spec.policyTypes[1] must be Egress or Ingress, not "egress" (did you mean Egress?)',
    ],
  ])('%#', (object, expected) => {
    expect(lines(object)).toEqual([`refused schema/unknown-value: ${expected}`]);
  });

  test('empty is absent where the field is no pointer', () => {
    expect(lines(pod({ imagePullPolicy: '' }, { restartPolicy: '' }))).toEqual([]);
  });
});

describe('repeated items', () => {
  test('are refused where the server compares them', () => {
    const object = pod({}, { volumes: [{ name: 'a' }, { name: 'b' }, { name: 'a' }] });
    expect(lines(object)).toEqual([
      'refused schema/duplicate-item: spec.volumes[2].name repeats an earlier item of its list, with the same name "a"',
    ]);
  });

  test('are a warning where only an apply would merge them', () => {
    expect(lines(pod({ env: [{ name: 'A' }, { name: 'A' }] }))).toEqual([
      'warning schema/duplicate-item: spec.containers[0].env[1].name repeats an earlier item of its list, with the same name "A"',
    ]);
  });

  test('keys that are left out have their default', () => {
    const ports = [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }];
    expect(lines(pod({ ports }))).toEqual([]);
    expect(lines(pod({ ports: [...ports, { containerPort: 80, protocol: 'TCP' }] }))).toEqual([
      'warning schema/duplicate-item: spec.containers[0].ports[2] repeats an earlier item of its list, with the same containerPort 80 and protocol "TCP"',
    ]);
  });

  test('lists of scalars', () => {
    const object = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a', finalizers: ['a/b', 'a/b'] } };
    expect(lines(object)).toEqual([
      'warning schema/duplicate-item: metadata.finalizers[1] repeats an earlier item of its list, "a/b"',
    ]);
  });
});

describe('schemas in a CustomResourceDefinition', () => {
  test('are strict at first, and drop unknown fields where the server does', () => {
    const items = { type: 'string', maxlength: 5 };
    expect(lines(definition({ type: 'object', maxlength: 5 }))).toEqual([
      'refused schema/unknown-field: spec.versions[0].schema.openAPIV3Schema.maxlength is no field of JSONSchemaProps (did you mean maxLength?)',
    ]);
    expect(lines(definition({ type: 'object', properties: { a: { type: 'array', items } } }))).toEqual([
      'warning schema/unknown-field: spec.versions[0].schema.openAPIV3Schema.properties.a.items.maxlength is no field of JSONSchemaProps, and the API server drops it without a word (did you mean maxLength?)',
    ]);
  });

  test.each([
    [{ additionalProperties: true }, []],
    [{ additionalProperties: { type: 'string' } }, []],
    [{ items: [{ type: 'string' }] }, []],
    [{ items: 'string' }, []],
    [{ default: { a: [1] }, enum: [1, 'a', {}, null], example: 1.5 }, []],
    [
      { additionalProperties: 1 },
      ['spec.versions[0].schema.openAPIV3Schema.additionalProperties must be true, false or a schema, not 1'],
    ],
    [
      { items: { type: 1 } },
      ['spec.versions[0].schema.openAPIV3Schema.items.type must be a string, not 1 (put it in quotes: "1")'],
    ],
  ])('%j', (schema, expected) => {
    expect(lines(definition(schema))).toEqual(expected.map((line) => `refused schema/wrong-type: ${line}`));
  });
});

test('null means absent everywhere', () => {
  const object = pod(
    { args: [null], resources: null, livenessProbe: { httpGet: { port: 80, httpHeaders: null } } },
    { volumes: null, nodeSelector: { a: null } },
    { status: null },
  );
  expect(lines(object)).toEqual([]);
});

test('nesting as deep as the reader allows is no trouble', () => {
  let schema: JsonObject = { type: 1 };
  for (let level = 0; level < 900; level += 1) schema = { properties: { a: schema } };
  expect(verdict(definition(schema)).problems.map(({ check }) => check)).toEqual(['schema/wrong-type']);
});

test('more problems than anybody reads are counted, of every sort', () => {
  const times = 300;
  const bogus = Object.fromEntries(Array.from({ length: times }, (_, index) => [`bogus${index}`, 1]));
  const containers = Array.from({ length: times }, () => ({ args: [1], imagePullPolicy: 'Bogus' }));
  const found = tables.find('v1', 'Pod', 34);
  const problems = new Problems();
  const object = { ...bogus, spec: { containers } };
  expect(found.state === 'known' && checkSchema(found.schema, object, problems)).toBe(false);
  // A container has no name, a number among its arguments and a policy that there is not.
  expect(problems.list.length + problems.more).toBe(times + 3 * times);
});
