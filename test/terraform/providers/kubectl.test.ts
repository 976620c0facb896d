import { expect, test } from 'vitest';
import { ask, problemsOf } from './ask.ts';

const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web';
const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: web';
const ingress = 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  namespace: web';

test('kubectl_file_documents splits, and names each by its link', () => {
  const content = `---\n${namespace}\n---\n# nothing here\n---\n\n${deployment}\n---\n${ingress}\n`;
  const { values } = ask('data.kubectl_file_documents.a', { content });
  expect(values['documents']).toEqual([namespace, deployment, ingress]);
  expect(values['manifests']).toEqual({
    '/api/v1/namespaces/web': namespace,
    '/apis/apps/v1/namespaces/web/deployments/web': deployment,
    '/apis/networking.k8s.io/v1/namespaces/web/ingresses/web': ingress,
  });
});

test('kubectl_file_documents refuses what is no YAML', () => {
  const answer = ask('data.kubectl_file_documents.a', { content: 'a: [' });
  expect(problemsOf(answer)).toEqual([expect.stringContaining('no YAML')]);
});

test('kubectl_manifest says what its document says', () => {
  const { values, placeholders } = ask('kubectl_manifest.a', { yaml_body: deployment });
  expect(values).toMatchObject({ api_version: 'apps/v1', kind: 'Deployment', name: 'web', namespace: 'web' });
  expect(placeholders).toContain('uid');
  expect(placeholders).not.toContain('name');
});

test('a Secret stays secret', () => {
  const yaml_body = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nstringData:\n  a: b\n';
  expect(ask('kubectl_manifest.a', { yaml_body }).secret).toContain('yaml_body_parsed');
});

test('a document that cannot be read is no problem of the provider: manifests are checked later', () => {
  const answer = ask('kubectl_manifest.a', { yaml_body: 'a: [' });
  expect(answer.problems).toBeUndefined();
  expect(answer.placeholders).toContain('kind');
});

test('what is made up and not read is left out', () => {
  const asked = (reads: readonly string[]) =>
    Object.keys(ask('kubectl_manifest.a', { yaml_body: deployment }, { reads }).values);
  expect(asked(['kind'])).not.toContain('uid');
  expect(asked(['uid'])).toContain('uid');
  expect(asked([])).toContain('kind');
});
