import { expect, test } from 'vitest';
import { checkFolder } from '../support/read-report.ts';
import { workspaceWith } from '../support/workspace.ts';

/** An object with a mistake in line 5: whatever else lies in the folder, it must be found. */
const neighbour = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndta: {}\n';
const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n';

function aliasBomb(): string {
  const letters = [...'bcdefghij'];
  const lines = letters.map((letter, index) => {
    const before = index === 0 ? 'a' : letters[index - 1];
    return `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
  });
  return `${head}a: &a [x, x, x, x, x, x, x, x, x]\n${lines.join('\n')}\n`;
}

/** Each with the checks that must speak of the file; none where it must pass. */
const hostile: Readonly<Record<string, readonly [text: string, ...checks: string[]]>> = {
  'an alias bomb': [aliasBomb(), 'schema/yaml-syntax'],
  'one string of 10 MB': [`${head}data:\n  large: ${'x'.repeat(10_000_000)}\n`, 'manifest/too-long'],
  'a document of 10 MB with 100,000 keys': [
    `${head}data:\n${Array.from({ length: 100_000 }, (_, index) => `  key-${index}: ${'value'.repeat(18)}\n`).join('')}`,
    'manifest/too-long',
  ],
  '1,000 levels': [`${head}data: ${'{a: '.repeat(1000)}b${'}'.repeat(1000)}\n`, 'schema/wrong-type'],
  '100,000 levels': [`${head}data: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`, 'schema/yaml-syntax'],
  '__proto__ as a key': [
    `${head}data: {__proto__: x, constructor: z}\n__proto__: {a: b}\n`,
    'schema/unknown-field',
  ],
  '__proto__ as data': [`${head}data:\n  __proto__: x\n  hasOwnProperty: z\n`],
  'the largest number of 64 bits': [
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, generation: 9223372036854775807}\n',
  ],
  'a number over 64 bits': [
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, generation: 9223372036854775808}\n',
    'schema/wrong-type',
  ],
  'a byte order mark and CRLF': [`\ufeff${head.replaceAll('\n', '\r\n')}data: {a: b}\r\n`],
  'a tab for indentation': ['apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: a\n', 'schema/yaml-syntax'],
  'a carriage return alone': [`${head.replaceAll('\n', '\r')}data: {a: 1}\r`, 'schema/wrong-type'],
  '5,000 documents': [
    Array.from({ length: 5000 }, (_, index) => `${head.replace('settings', `c-${index}`)}`).join('---\n') +
      `---\n${head}data: {a: 1}\n`,
    'schema/wrong-type',
  ],
  'a broken document before a whole one': [
    `${head}data: [\n---\n${head}data: {a: 1}\n`,
    'schema/yaml-syntax',
    'schema/wrong-type',
  ],
  'a pattern that makes backtracking slow': [slowPattern(), 'schema/custom-resource'],
};

function slowPattern(): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: traps.example.org}
spec:
  group: example.org
  scope: Namespaced
  names: {plural: traps, singular: trap, kind: Trap, listKind: TrapList}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties: {spec: {type: object, properties: {host: {type: string, pattern: '^(a+)+$'}}}}
---
apiVersion: example.org/v1
kind: Trap
metadata: {name: a}
spec: {host: ${'a'.repeat(5000)}!}
`;
}

test.each(Object.entries(hostile))(
  '%s gets a clear answer, and its neighbour is checked',
  async (_, [text, ...checks]) => {
    const folder = workspaceWith({ 'hostile.yaml': text, 'neighbour.yaml': neighbour });
    const { code, report, stdout, stderr } = await checkFolder(folder);
    expect(code).toBe(1);
    const of = (file: string) =>
      report.findings.filter(({ origin }) => origin.file === file).map(({ check }) => check);
    expect(of('neighbour.yaml')).toEqual(['schema/unknown-field']);
    expect([...new Set(of('hostile.yaml'))].sort()).toEqual([...checks].sort());
    expect(report.results.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(stdout + stderr).not.toMatch(/\n\s+at .*[:(]\d+/);
  },
);

test('a kustomization that is nested 1,990 deep does not keep its neighbour from being checked', async () => {
  const head = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';
  const folder = workspaceWith({
    'kustomization.yaml': `${head}x: ${'{a: '.repeat(1990)}b${'}'.repeat(1990)}\n`,
    'neighbour.yaml': neighbour,
  });
  const { code, report } = await checkFolder(folder);
  expect(code).toBe(1);
  expect(report.findings.map(({ origin }) => origin.file)).toEqual(['neighbour.yaml']);
});

test('secrets stand in no report, whatever is wrong with them', async () => {
  const secrets = ['hunter2-token', 'czNjcmV0LXZhbHVl', '4711471147'];
  const folder = workspaceWith({
    'secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata: {name: A}\nstringData: {a: hunter2-token, b: 4711471147}\ndata: {b: "czNjcmV0LXZhbHVl!"}\ntyp: x\n`,
    'kubeconfig.yaml': `apiVersion: v1\nkind: Config\nusers: [{name: a, user: {token: [hunter2-token], tokn: czNjcmV0LXZhbHVl}}]\ncurrent-context: x\n`,
    'broken.yaml': `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  a: hunter2-token\n  a: 4711471147\n   b: [\n`,
  });
  const { report, stdout } = await checkFolder(folder);
  const files = new Set(report.findings.map(({ origin }) => origin.file));
  expect([...files].sort()).toEqual(['broken.yaml', 'kubeconfig.yaml', 'secret.yaml']);
  for (const secret of secrets) expect(stdout).not.toContain(secret);
});
