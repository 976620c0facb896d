import { expect, test } from 'vitest';
import { ask } from './ask.ts';

test('a typed resource is named by namespace and name, and has what the API server adds', () => {
  const config = { metadata: [{ name: 'web', namespace: 'shop' }], spec: [{}] };
  const { values, placeholders } = ask('kubernetes_service_v1.web', config);
  expect(values['id']).toBe('shop/web');
  expect(values['metadata']).toEqual([
    {
      namespace: 'shop',
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      generation: 1,
      resource_version: '1',
    },
  ]);
  expect(values['status']).toEqual([
    { load_balancer: [{ ingress: [{ ip: '203.0.113.80', hostname: 'load-balancer.example' }] }] },
  ]);
  expect(placeholders).toEqual(expect.arrayContaining(['metadata.uid', 'status']));
  expect(placeholders).not.toContain('id');
});

test('the namespace is default where a kind has one, and nothing else is said', () => {
  const of = (type: string) => ask(`${type}.a`, { metadata: [{ name: 'a' }] }).values;
  expect(of('kubernetes_config_map')).toMatchObject({
    id: 'default/a',
    metadata: [{ namespace: 'default' }],
  });
  expect(of('kubernetes_cluster_role')['id']).toBe('a');
  expect(of('kubernetes_cluster_role')['metadata']).not.toEqual([
    expect.objectContaining({ namespace: 'default' }),
  ]);
});

test('kubernetes_manifest gives the object back', () => {
  const manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } };
  expect(ask('kubernetes_manifest.a', { manifest })).toEqual({ values: { object: manifest } });
});
