import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newestMinor, oldestMinor } from '../../../src/kubernetes/minors.ts';
import { readTables } from '../../../src/kubernetes/schema/tables.ts';

const tables = readTables(readFileSync(new URL('../../../schemas/kubernetes.json', import.meta.url), 'utf8'));

/** What a minor says of a kind, without the schema. */
function verdict(apiVersion: string, kind: string, minor: number): object {
  const found = tables.find(apiVersion, kind, minor);
  if (found.state !== 'known') return found;
  const { schema, ...rest } = found;
  return rest;
}

test('the table holds the minors that the program names', () => {
  expect(tables.minors.at(0)).toBe(oldestMinor);
  expect(tables.minors.at(-1)).toBe(newestMinor);
});

describe('a kind that is served', () => {
  test.each([
    ['v1', 'Pod', 31, true],
    ['v1', 'Namespace', 37, false],
    ['apps/v1', 'Deployment', 34, true],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole', 34, false],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 34, false],
    ['policy/v1', 'Eviction', 34, true],
  ])('%s %s in 1.%i', (apiVersion, kind, minor, namespaced) => {
    expect(verdict(apiVersion, kind, minor)).toEqual({ state: 'known', namespaced });
  });

  test('has the fields of its minor', () => {
    const fields = (minor: number): readonly string[] => {
      const found = tables.find('v1', 'Service', minor);
      const spec = found.state === 'known' ? found.schema.fields.get('spec')?.type : undefined;
      return spec?.form === 'struct' ? [...spec.struct.fields.keys()] : [];
    };
    expect(fields(34)).toContain('trafficDistribution');
    expect(fields(34)).not.toContain('topologyKeys');
  });

  test('a minor newer than the table has what the newest one has', () => {
    expect(verdict('v1', 'Pod', 60)).toEqual({ state: 'known', namespaced: true });
  });

  test('a minor older than the table has what the oldest one has, if it was there then', () => {
    expect(verdict('networking.k8s.io/v1', 'Ingress', 19)).toEqual({ state: 'known', namespaced: true });
    expect(verdict('networking.k8s.io/v1', 'Ingress', 18)).toEqual({ state: 'not-yet', since: 19 });
  });
});

describe('deprecated and removed', () => {
  test('a deprecated kind names what comes instead', () => {
    expect(verdict('v1', 'Endpoints', 33)).toEqual({
      state: 'known',
      namespaced: true,
      deprecated: { since: 33, replacement: 'discovery.k8s.io/v1 EndpointSlice' },
    });
    expect(verdict('v1', 'Endpoints', 32)).toEqual({ state: 'known', namespaced: true });
  });

  test('what comes instead is not named before it is there', () => {
    expect(verdict('admissionregistration.k8s.io/v1alpha1', 'MutatingAdmissionPolicy', 35)).toEqual({
      state: 'known',
      namespaced: false,
      deprecated: { since: 35, removedIn: 38 },
    });
  });

  test.each([
    ['extensions/v1beta1', 'Ingress', 22, 22, 'networking.k8s.io/v1 Ingress'],
    ['extensions/v1beta1', 'Deployment', 34, 16, 'apps/v1 Deployment'],
    ['networking.k8s.io/v1beta1', 'IngressClass', 30, 22, 'networking.k8s.io/v1 IngressClass'],
    [
      'apiextensions.k8s.io/v1beta1',
      'CustomResourceDefinition',
      31,
      22,
      'apiextensions.k8s.io/v1 CustomResourceDefinition',
    ],
    ['batch/v1beta1', 'CronJob', 25, 25, 'batch/v1 CronJob'],
    ['events.k8s.io/v1beta1', 'Event', 31, 25, 'events.k8s.io/v1 Event'],
    [
      'flowcontrol.apiserver.k8s.io/v1beta3',
      'FlowSchema',
      32,
      32,
      'flowcontrol.apiserver.k8s.io/v1 FlowSchema',
    ],
    ['storage.k8s.io/v1beta1', 'VolumeAttributesClass', 37, 37, 'storage.k8s.io/v1 VolumeAttributesClass'],
  ])('%s %s in 1.%i is gone since 1.%i', (apiVersion, kind, minor, removed, replacement) => {
    expect(verdict(apiVersion, kind, minor)).toEqual({ state: 'removed', in: removed, replacement });
  });

  test('a kind that nothing replaces is gone all the same', () => {
    expect(verdict('policy/v1beta1', 'PodSecurityPolicy', 25)).toEqual({ state: 'removed', in: 25 });
  });

  test('a kind that only older minors had is not described', () => {
    expect(verdict('extensions/v1beta1', 'Ingress', 13)).toEqual({ state: 'undescribed' });
    expect(verdict('policy/v1beta1', 'PodSecurityPolicy', 21)).toEqual({
      state: 'undescribed',
      deprecated: { since: 21, removedIn: 25 },
    });
  });
});

describe('a kind that is not there', () => {
  test.each([
    ['resource.k8s.io/v1', 'ResourceClaim', 33, { state: 'not-yet', since: 34 }],
    ['v1', 'Deployment', 34, { state: 'other-version', apiVersions: ['apps/v1'] }],
    ['apps/v1beta9', 'Deployment', 34, { state: 'other-version', apiVersions: ['apps/v1'] }],
    [
      'autoscaling/v3',
      'HorizontalPodAutoscaler',
      34,
      { state: 'other-version', apiVersions: ['autoscaling/v1', 'autoscaling/v2'] },
    ],
    ['apps/v1', 'deployment', 34, { state: 'wrong-case', kind: 'Deployment' }],
    ['apps/v1', 'Deploymnt', 34, { state: 'unknown', builtIn: true, suggestion: 'Deployment' }],
    ['example.com/v1', 'Deployment', 34, { state: 'unknown', builtIn: false }],
    ['constructor', '__proto__', 34, { state: 'unknown', builtIn: false }],
    ['example.com/v1', 'constructor', 34, { state: 'unknown', builtIn: false }],
    ['a/b/c', 'Pod', 34, { state: 'unknown', builtIn: true }],
    ['example.com/', 'Backup', 34, { state: 'unknown', builtIn: true }],
    ['v1', 'toString', 34, { state: 'unknown', builtIn: true }],
  ])('%s %s in 1.%i', (apiVersion, kind, minor, expected) => {
    expect(verdict(apiVersion, kind, minor)).toEqual(expected);
  });
});
