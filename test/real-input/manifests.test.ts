// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what this is about
import { describe, expect, test } from 'vitest';
import { checkFolder, findingPlaces } from '../support/read-report.ts';
import { workspaceWith } from '../support/workspace.ts';

const pod = (name: string, ...rest: string[]) =>
  ['apiVersion: v1', 'kind: Pod', 'metadata:', `  name: ${name}`, ...rest, ''].join('\n');
const ready = pod('web', 'spec:', '  containers:', '    - name: web', '      image: nginx:1.29');
const part = pod('web', 'spec:', '  priority: 5');

async function reasonsIn(files: Readonly<Record<string, string>>, ...args: string[]) {
  const { report } = await checkFolder(workspaceWith({ ...files, 'ready.yaml': ready }), ...args);
  return { leftOut: report.leftOut.map(({ file, reason }) => `${file}: ${reason}`), report };
}

const patch = 'patch for kustomize; check what it builds';

describe('patches for kustomize', () => {
  test.each([
    ['patches', 'patches:\n  - path: tune.yaml\n  - patch: "- op: remove\\n  path: /spec"\n'],
    ['patchesStrategicMerge', 'patchesStrategicMerge:\n  - ./tune.yaml\n  - |\n    kind: Pod\n'],
    ['patchesJson6902', 'patchesJson6902:\n  - path: tune.yaml\n    target: {kind: Pod, name: web}\n'],
  ])('those that %s of a kustomization names are left out', async (_, text) => {
    const { leftOut, report } = await reasonsIn({ 'kustomization.yaml': text, 'tune.yaml': part });
    expect(leftOut).toEqual([`tune.yaml: ${patch}`]);
    expect(report.result).toBe('clean');
  });

  test('a kustomization may name them in another folder', async () => {
    const { leftOut } = await reasonsIn({
      'overlays/a/kustomization.yml': 'patches:\n  - path: ../common/tune.yaml\n',
      'overlays/common/tune.yaml': part,
    });
    expect(leftOut).toEqual([`overlays/common/tune.yaml: ${patch}`]);
  });

  test('those that lie in a folder of theirs, or are called so, and are not in use', async () => {
    const { leftOut } = await reasonsIn({
      'kustomization.yaml': 'resources: [ready.yaml]\n',
      'patches/off.yaml': part,
      'off_patch.yaml': part,
    });
    expect(leftOut).toEqual([`off_patch.yaml: ${patch}`, `patches/off.yaml: ${patch}`]);
  });

  test('those that say so themselves', async () => {
    const { leftOut } = await reasonsIn({ 'drop.yaml': `$patch: delete\n${part}` });
    expect(leftOut).toEqual([`drop.yaml: ${patch}`]);
  });

  test('a namespace whose name kustomize gives', async () => {
    const { leftOut } = await reasonsIn({
      'namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: _\n',
    });
    expect(leftOut).toEqual([
      'namespace.yaml: namespace without a name, for kustomize; check what it builds',
    ]);
  });

  test('what a kustomization names as a resource is checked', async () => {
    const { report } = await reasonsIn({
      'kustomization.yaml': 'resources:\n  - base.yaml\n',
      'base.yaml': part,
    });
    expect(findingPlaces(report)).toEqual(['schema/missing-field base.yaml:5:1']);
  });

  test('a patch that the command line names is checked', async () => {
    const { report } = await reasonsIn(
      { 'kustomization.yaml': 'patches:\n  - path: tune.yaml\n', 'tune.yaml': part },
      'tune.yaml',
    );
    expect(findingPlaces(report)).toEqual(['schema/missing-field tune.yaml:5:1']);
  });

  test('a kustomization that cannot be read names nothing', async () => {
    const { report } = await reasonsIn({ 'kustomization.yaml': 'patches: [\n', 'tune.yaml': part });
    expect(findingPlaces(report)).toEqual(['schema/missing-field tune.yaml:5:1']);
  });
});

test('leaves out what tests of kuttl and Chainsaw expect', async () => {
  const { leftOut } = await reasonsIn({
    'e2e/first/00-assert.yaml': part,
    'e2e/first/01-errors.yaml': part,
    'e2e/second/chainsaw-test.yaml':
      'apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\nmetadata: {name: second}\nspec:\n  steps:\n    - try:\n        - apply: {file: ../../ready.yaml}\n        - assert: {file: there.yaml}\n',
    'e2e/second/there.yaml': part,
  });
  const reason = 'what a test expects, a part of an object; not for a cluster';
  expect(leftOut).toEqual([
    `e2e/first/00-assert.yaml: ${reason}`,
    `e2e/first/01-errors.yaml: ${reason}`,
    `e2e/second/there.yaml: ${reason}`,
  ]);
});

test('leaves out what SOPS encrypted', async () => {
  const { leftOut } = await reasonsIn({
    'token.yaml':
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: token\ndata:\n  token: ENC[AES256_GCM,data:QQ==,type:str]\nsops:\n  version: 3.10.2\n',
  });
  expect(leftOut).toEqual(['token.yaml: encrypted with SOPS; check what it decrypts to']);
});

describe('templates', () => {
  const template = 'template; check what it renders to';
  const goTemplate = 'Go or Jinja template; check what it renders to';
  test.each([
    ['a part of a word', pod('web-{{.Index}}'), goTemplate],
    ['a part of a quoted word', pod('"web-{{ mod .Index 5 }}"'), goTemplate],
    ['a part of a key', pod('web', '  labels:', '    example.com/zone-{{.Zone}}: "1"'), goTemplate],
    [
      'capitals in JSON',
      '{\n"apiVersion": "v1", "kind": "Pod",\n"metadata": {"name": "w{{NAME}}"}\n}',
      goTemplate,
    ],
    ['underscores', pod('__POD_NAME__'), template],
    ['a line of underscores', pod('web', '__EXTRA_SPEC__'), template],
    ['at signs', pod('@POD_NAME@'), template],
  ])('%s', async (_, text, reason) => {
    const { leftOut } = await reasonsIn({ 'web.yaml': text });
    expect(leftOut).toEqual([`web.yaml: ${reason}`]);
  });

  test.each([
    ['words for Argo CD', "  annotations:\n    x: '{{.cluster}}-web'"],
    ['words for Argo Workflows', '  annotations:\n    x: web-{{inputs.parameters.name}}'],
    ['words for Alertmanager', '  annotations:\n    x: "{{ .CommonLabels.alertname }} is on"'],
    ['names of Prometheus', '  annotations:\n    x: __meta_kubernetes_pod_name\n    y: __name__'],
  ])('%s are no template', async (_, lines) => {
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n${lines}\n`;
    const { leftOut, report } = await reasonsIn({ 'web.yaml': text });
    expect(leftOut).toEqual([]);
    expect(report.result).toBe('clean');
  });
});

test.each([
  ['kustomize', 'builtin', 'LabelTransformer'],
  ['Talos Linux', 'v1alpha1', 'HostnameConfig'],
])('has no opinion on the objects of %s', async (_, apiVersion, kind) => {
  const { report } = await reasonsIn({
    'own.yaml': `apiVersion: ${apiVersion}\nkind: ${kind}\nhostname: a\n`,
  });
  expect(report.findings).toEqual([]);
  expect(report.results.find(({ entry }) => entry === 'own.yaml')?.reason).toBe(
    `no schema of ${apiVersion} ${kind}`,
  );
});

test('knows a kind of Kubernetes with a version that no group has', async () => {
  const { report } = await reasonsIn({ 'web.yaml': ready.replace('v1', 'v1beta1') });
  expect(findingPlaces(report)).toEqual(['schema/unknown-kind web.yaml:1:13']);
});

test.each([
  [
    'StatefulSet',
    'apps/v1',
    '  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec: {containers: [{name: c, image: d}]}',
  ],
  ['NetworkPolicy', 'networking.k8s.io/v1', '  policyTypes: [Ingress]'],
])('a %s without what only the OpenAPI schema of 1.31 requires', async (kind, apiVersion, spec) => {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: web\nspec:\n${spec}\n`;
  const { report } = await reasonsIn({ 'web.yaml': text }, '--kubernetes', '1.31');
  expect(report.findings).toEqual([]);
});
