import { expect, test } from 'vitest';
import { configWithFile, configWithUnits } from '../../src/machine/example-config.ts';
import { checkFolder, findingPlaces } from '../support/read-report.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';

const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n';
const budget = 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {}\n';
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n';

/** The lines behind the table of stages. */
async function ending(files: Readonly<Record<string, string>>, ...args: string[]): Promise<string> {
  const { stdout } = await runCli(['check', '--quiet', ...args], { cwd: workspaceWith(files) });
  return stdout.slice(stdout.search(/^(?:Not checked|checked for)/m));
}

test('without a word about the version it is the newest known, and the report says so', async () => {
  expect(await ending({ 'a.yaml': namespace })).toBe(
    'checked for Kubernetes 1.37 (newest known)\nno findings in 1 file with 1 Kubernetes object\n',
  );
});

test('the version comes from the option, the configuration, or an image of the run', async () => {
  const files = { 'a.yaml': namespace };
  expect(await ending(files, '--kubernetes', 'v1.33.2')).toContain('Kubernetes 1.33 (--kubernetes)');
  const config = { ...files, 'windtunnel.yaml': 'kubernetes: "1.32"\n' };
  expect(await ending(config)).toContain('Kubernetes 1.32 (windtunnel.yaml)');
  expect(await ending(config, '--kubernetes', '1.34')).toContain('Kubernetes 1.34 (--kubernetes)');
  const unit = configWithUnits({
    name: 'kubelet.service',
    contents: '[Service]\nExecStart=/usr/bin/podman run registry.example/kubelet:v1.35.2 --v=2\n',
  });
  expect(await ending({ ...files, 'node.bu': unit })).toContain(
    'Kubernetes 1.35 (image registry.example/kubelet:v1.35.2)',
  );
});

test('manifests beside Terraform modules are for the Kubernetes of the clusters that these make', async () => {
  const cluster = `data "ct_config" "node" {
  content = "variant: fcos\\nversion: 1.5.0\\n"
}
resource "local_file" "unit" {
  filename = "kubelet.service"
  content  = "[Service]\\nExecStart=/usr/bin/podman run registry.example/kubelet:v1.21.3\\n"
}
`;
  const said = await ending({ 'main.tf': cluster, 'a.yaml': namespace, 'budget.yaml': budget });
  expect(said).toContain('no schema of policy/v1beta1 PodDisruptionBudget');
  expect(said).toContain('Kubernetes 1.21 (image registry.example/kubelet:v1.21.3');
  expect(said).toContain('no findings');
});

test('a version without tables is checked by the nearest API, and the report says so', async () => {
  expect(await ending({ 'a.yaml': namespace }, '--kubernetes', '1.24')).toContain(
    'Kubernetes 1.24 (--kubernetes, by the API of 1.31)',
  );
  const { report } = await checkFolder(workspaceWith({ 'a.yaml': budget }), '--kubernetes', '1.25');
  expect(findingPlaces(report)).toEqual(['schema/removed-version a.yaml:1:13']);
});

test('a kind that nothing describes is skipped, or an error where the configuration says so', async () => {
  expect(await ending({ 'a.yaml': widget })).toBe(
    'Not checked\n  skipped  Kubernetes: no schema of example.com/v1 Widget\n    a.yaml\n\nno findings in 1 file with 1 Kubernetes object\n',
  );
  const folder = workspaceWith({ 'a.yaml': widget, 'windtunnel.yaml': 'require-schemas: true\n' });
  const { code, report } = await checkFolder(folder);
  expect(code).toBe(1);
  expect(findingPlaces(report)).toEqual(['schema/no-schema a.yaml:2:7']);
});

test('what a tool reads never reaches the API server', async () => {
  const text = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n';
  const files = { 'kustomization.yaml': text, 'windtunnel.yaml': 'require-schemas: true\n' };
  expect(await ending(files)).toContain('Kustomization: kustomize\n    reads it, not the API server');
});

test('a definition in one file holds for a custom resource in another, and on a machine', async () => {
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: widgets, singular: widget, kind: Widget, listKind: WidgetList}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties: {size: {type: integer}}
              x-kubernetes-validations: [{rule: self.size < 10}]
`;
  const folder = workspaceWith({
    'a-widget.yaml': `${widget}spec:\n  size: 12\n`,
    'node.bu': configWithFile(
      '/etc/kubernetes/addons/widget.yaml',
      `${widget}spec:\n  size: large\n`,
      '0644',
    ),
    'z-definition.yaml': definition,
  });
  const { report } = await checkFolder(folder);
  expect(findingPlaces(report)).toEqual([
    'manifest/custom-rule a-widget.yaml:4:1',
    'schema/wrong-type node.bu:13:19',
  ]);
});

test('the worst that one document can do to another in its file is nothing', async () => {
  const folder = workspaceWith({ 'a.yaml': `${namespace}---\na: [\n---\n${budget}` });
  const { report } = await checkFolder(folder);
  expect(findingPlaces(report).map((place) => place.split(' ')[0])).toEqual([
    'schema/yaml-syntax',
    'schema/removed-version',
  ]);
});
