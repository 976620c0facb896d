import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toManifest } from '../../../src/terraform/kubernetes-resources.ts';

const metadata = [{ name: 'web', namespace: 'default', labels: {} }];
const names = { name: 'web', namespace: 'default', labels: {} };

test.each([
  [
    'kubernetes_service_v1',
    {
      spec: [
        {
          cluster_ip: '10.3.0.10',
          type: 'ClusterIP',
          external_name: '',
          load_balancer_source_ranges: [],
          selector: { app: 'web' },
          port: [
            { name: 'http', port: 80, target_port: '8080' },
            { name: 'dns', port: '53', protocol: 'UDP', target_port: 'dns' },
          ],
          session_affinity_config: [{ client_ip: [{ timeout_seconds: 10 }] }],
        },
      ],
      status: [{ load_balancer: [] }],
      wait_for_load_balancer: false,
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      spec: {
        clusterIP: '10.3.0.10',
        type: 'ClusterIP',
        loadBalancerSourceRanges: [],
        selector: { app: 'web' },
        ports: [
          { name: 'http', port: 80, targetPort: 8080 },
          { name: 'dns', port: 53, protocol: 'UDP', targetPort: 'dns' },
        ],
        sessionAffinityConfig: { clientIP: { timeoutSeconds: 10 } },
      },
    },
  ],
  [
    'kubernetes_secret',
    { type: 'Opaque', data: { password: 'hunter2', gone: null }, binary_data: { key: 'AAEC' } },
    { apiVersion: 'v1', kind: 'Secret', type: 'Opaque', data: { password: 'aHVudGVyMg==', key: 'AAEC' } },
  ],
  [
    'kubernetes_config_map',
    { data: { Corefile: '.:53 {}\n', replicas: 2 }, binary_data: { b: 'AAEC' }, immutable: true },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { Corefile: '.:53 {}\n', replicas: '2' },
      binaryData: { b: 'AAEC' },
      immutable: true,
    },
  ],
  [
    'kubernetes_service_account',
    {
      image_pull_secret: [{ name: 'a' }],
      secret: [{ name: 'b' }],
      automount_service_account_token: 'false',
      default_secret_name: 'c',
    },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      imagePullSecrets: [{ name: 'a' }],
      secrets: [{ name: 'b' }],
      automountServiceAccountToken: false,
    },
  ],
  [
    'kubernetes_cluster_role',
    {
      rule: [
        { api_groups: [''], resources: ['pods'], verbs: ['get'] },
        { non_resource_urls: ['/metrics'], verbs: ['get'] },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      rules: [
        { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
        { nonResourceURLs: ['/metrics'], verbs: ['get'] },
      ],
    },
  ],
  [
    'kubernetes_role_binding_v1',
    {
      role_ref: [{ api_group: 'rbac.authorization.k8s.io', kind: 'Role', name: 'web' }],
      subject: [{ kind: 'ServiceAccount', name: 'web', namespace: 'default', api_group: '' }],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'web' },
      subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'default' }],
    },
  ],
  [
    'kubernetes_network_policy',
    {
      spec: [
        {
          pod_selector: [null],
          policy_types: ['Ingress'],
          ingress: [
            {
              from: [
                { namespace_selector: [{ match_labels: { a: 'b' } }] },
                { ip_block: [{ cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }] },
              ],
              ports: [{ port: '80', protocol: 'TCP' }],
            },
          ],
        },
      ],
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      spec: {
        podSelector: {},
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [
              { namespaceSelector: { matchLabels: { a: 'b' } } },
              { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
            ],
            ports: [{ port: 80, protocol: 'TCP' }],
          },
        ],
      },
    },
  ],
  [
    'kubernetes_ingress_v1',
    {
      spec: [
        {
          ingress_class_name: 'nginx',
          tls: [{ hosts: ['a.example'], secret_name: 'a' }],
          rule: [
            {
              host: 'a.example',
              http: [
                {
                  path: [
                    {
                      path: '/',
                      path_type: 'Prefix',
                      backend: [{ service: [{ name: 'a', port: [{ number: '80' }] }] }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      spec: {
        ingressClassName: 'nginx',
        tls: [{ hosts: ['a.example'], secretName: 'a' }],
        rules: [
          {
            host: 'a.example',
            http: {
              paths: [
                { path: '/', pathType: 'Prefix', backend: { service: { name: 'a', port: { number: 80 } } } },
              ],
            },
          },
        ],
      },
    },
  ],
  [
    'kubernetes_persistent_volume',
    {
      spec: [
        {
          capacity: { storage: '2Gi' },
          access_modes: ['ReadWriteMany'],
          persistent_volume_source: [{ nfs: [{ server: '10.0.0.1', path: '/a' }] }],
        },
      ],
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      spec: {
        capacity: { storage: '2Gi' },
        accessModes: ['ReadWriteMany'],
        nfs: { server: '10.0.0.1', path: '/a' },
      },
    },
  ],
  [
    'kubernetes_storage_class',
    { storage_provisioner: 'ebs.csi.aws.com', allow_volume_expansion: true, parameters: { type: 'gp3' } },
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      provisioner: 'ebs.csi.aws.com',
      allowVolumeExpansion: true,
      parameters: { type: 'gp3' },
    },
  ],
  [
    'kubernetes_horizontal_pod_autoscaler',
    {
      spec: [
        {
          max_replicas: 3,
          metric: [
            {
              type: 'Resource',
              resource: [{ name: 'cpu', target: [{ type: 'Utilization', average_utilization: 80 }] }],
            },
          ],
        },
      ],
    },
    {
      apiVersion: 'autoscaling/v2beta2',
      kind: 'HorizontalPodAutoscaler',
      spec: {
        maxReplicas: 3,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
          },
        ],
      },
    },
  ],
  [
    'kubernetes_horizontal_pod_autoscaler_v1',
    {
      spec: [
        {
          max_replicas: 3,
          target_cpu_utilization_percentage: 80,
          scale_target_ref: [{ kind: 'Deployment', name: 'web' }],
        },
      ],
    },
    {
      apiVersion: 'autoscaling/v1',
      kind: 'HorizontalPodAutoscaler',
      spec: {
        maxReplicas: 3,
        targetCPUUtilizationPercentage: 80,
        scaleTargetRef: { kind: 'Deployment', name: 'web' },
      },
    },
  ],
  [
    'kubernetes_pod_disruption_budget_v1',
    { spec: [{ max_unavailable: '20%', selector: [{ match_labels: { a: 'b' } }] }] },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      spec: { maxUnavailable: '20%', selector: { matchLabels: { a: 'b' } } },
    },
  ],
  [
    'kubernetes_priority_class',
    { value: '1000', global_default: false, description: 'for agents' },
    {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      value: 1000,
      globalDefault: false,
      description: 'for agents',
    },
  ],
])('%s', (type, values, manifest) => {
  expect(toManifest({ type, values: { metadata, ...values } })).toEqual({ metadata: names, ...manifest });
});

test('kubernetes_manifest is what it holds', () => {
  const manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } };
  expect(toManifest({ type: 'kubernetes_manifest', values: { manifest } })).toEqual(manifest);
  expect(toManifest({ type: 'kubernetes_manifest', values: { manifest: null } })).toBeUndefined();
});

test.each([
  'kubernetes_labels',
  'kubernetes_config_map_v1_data',
  'kubernetes_toString',
  'aws_instance',
  'helm_release',
])('%s creates no object', (type) => {
  expect(toManifest({ type, values: { metadata } })).toBeUndefined();
});

test('every kind of the list is among the API types', () => {
  const list = readFileSync(
    new URL('../../../src/terraform/kubernetes-resources/kinds.ts', import.meta.url),
    'utf8',
  );
  const types = [...list.matchAll(/^ {2}([a-z0-9_]+): '/gm)].map(([, name]) => `kubernetes_${name}`);
  expect(types.length).toBeGreaterThan(30);
  const unknown = types.filter((type) => toManifest({ type, values: { metadata } }) === undefined);
  expect(unknown).toEqual([]);
});

test('blocks nested beyond all measure come to an end', () => {
  let term: object = { properties: {} };
  for (let depth = 0; depth < 2000; depth += 1) term = { all_of: [term], not: [term] };
  const values = { spec: [{ template: [{ spec: [{ container: [{ env: [term] }] }] }] }] };
  expect(toManifest({ type: 'kubernetes_deployment', values })).toMatchObject({ kind: 'Deployment' });
});
