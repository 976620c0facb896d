import { expect, test } from 'vitest';
import { toManifest } from '../../../src/terraform/kubernetes-resources.ts';

const container = {
  name: 'agent',
  image: 'example.com/agent:v1',
  args: ['--config=/etc/agent'],
  env: [
    { name: 'LEVEL', value: 3 },
    { name: 'NODE', value: '', value_from: [{ field_ref: [{ field_path: 'spec.nodeName' }] }] },
  ],
  env_from: [{ config_map_ref: [{ name: 'agent' }] }],
  port: [{ name: 'metrics', container_port: '9100', host_port: null, protocol: 'TCP' }],
  resources: [{ limits: { memory: '128Mi' }, requests: [{ cpu: 1 }] }],
  liveness_probe: [{ http_get: [{ path: '/', port: '9100', http_header: [{ name: 'a', value: 'b' }] }] }],
  readiness_probe: [{ tcp_socket: [{ port: 'metrics' }] }],
  security_context: [{ run_as_user: '1000', privileged: 'true', capabilities: [{ add: ['NET_ADMIN'] }] }],
  volume_mount: [{ name: 'config', mount_path: '/etc/agent', read_only: true, sub_path: '' }],
  lifecycle: [{ pre_stop: [{ exec: [{ command: ['sleep', '5'] }] }] }],
};

const template = {
  metadata: [{ labels: { app: 'agent' }, annotations: { 'example.com/port': 9100 }, uid: 'made-up' }],
  spec: [
    {
      host_network: true,
      host_ipc: false,
      automount_service_account_token: true,
      image_pull_secrets: [{ name: 'registry' }],
      node_selector: { 'kubernetes.io/os': 'linux' },
      security_context: [
        {
          fs_group: '2000',
          sysctl: [{ name: 'a', value: '1' }],
          seccomp_profile: [{ type: 'RuntimeDefault' }],
        },
      ],
      toleration: [
        { operator: 'Exists', toleration_seconds: '30' },
        { key: 'a', operator: 'Exists' },
      ],
      init_container: [{ name: 'init', image: 'example.com/init:v1' }],
      container: [container],
      volume: [
        {
          name: 'config',
          config_map: [
            { name: 'agent', default_mode: '0644', items: [{ key: 'a', path: 'a', mode: '0400' }] },
          ],
        },
        { name: 'run', empty_dir: [{}] },
        { name: 'host', host_path: [{ path: '/run', type: '' }] },
        { name: 'data', persistent_volume_claim: [{ claim_name: 'data' }] },
      ],
      affinity: [
        {
          pod_anti_affinity: [
            {
              required_during_scheduling_ignored_during_execution: [
                {
                  topology_key: 'kubernetes.io/hostname',
                  label_selector: [
                    { match_expressions: [{ key: 'app', operator: 'In', values: ['agent'] }] },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const pod = {
  metadata: { labels: { app: 'agent' }, annotations: { 'example.com/port': '9100' } },
  spec: {
    hostNetwork: true,
    hostIPC: false,
    automountServiceAccountToken: true,
    imagePullSecrets: [{ name: 'registry' }],
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    securityContext: {
      fsGroup: 2000,
      sysctls: [{ name: 'a', value: '1' }],
      seccompProfile: { type: 'RuntimeDefault' },
    },
    tolerations: [
      { operator: 'Exists', tolerationSeconds: 30 },
      { key: 'a', operator: 'Exists' },
    ],
    initContainers: [{ name: 'init', image: 'example.com/init:v1' }],
    containers: [
      {
        name: 'agent',
        image: 'example.com/agent:v1',
        args: ['--config=/etc/agent'],
        env: [
          { name: 'LEVEL', value: '3' },
          { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
        ],
        envFrom: [{ configMapRef: { name: 'agent' } }],
        ports: [{ name: 'metrics', containerPort: 9100, protocol: 'TCP' }],
        resources: { limits: { memory: '128Mi' }, requests: { cpu: '1' } },
        livenessProbe: { httpGet: { path: '/', port: 9100, httpHeaders: [{ name: 'a', value: 'b' }] } },
        readinessProbe: { tcpSocket: { port: 'metrics' } },
        securityContext: { runAsUser: 1000, privileged: true, capabilities: { add: ['NET_ADMIN'] } },
        volumeMounts: [{ name: 'config', mountPath: '/etc/agent', readOnly: true }],
        lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
      },
    ],
    volumes: [
      {
        name: 'config',
        configMap: { name: 'agent', defaultMode: 0o644, items: [{ key: 'a', path: 'a', mode: 0o400 }] },
      },
      { name: 'run', emptyDir: {} },
      { name: 'host', hostPath: { path: '/run' } },
      { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
    ],
    affinity: {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          {
            topologyKey: 'kubernetes.io/hostname',
            labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['agent'] }] },
          },
        ],
      },
    },
  },
};

const selector = { app: 'agent' };

test('a daemon set with all that pods have', () => {
  const values = {
    id: 'kube-system/agent',
    wait_for_rollout: false,
    metadata: [{ name: 'agent', namespace: 'kube-system', resource_version: '1', generation: 3 }],
    spec: [
      {
        strategy: [{ type: 'RollingUpdate', rolling_update: [{ max_unavailable: '1' }] }],
        selector: [{ match_labels: selector }],
        template: [template],
      },
    ],
  };
  expect(toManifest({ type: 'kubernetes_daemonset', values })).toEqual({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'kube-system' },
    spec: {
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      selector: { matchLabels: selector },
      template: pod,
    },
  });
});

test('a deployment, and a stateful set with its claims', () => {
  const spec = { replicas: '2', selector: [{ match_labels: selector }], template: [template] };
  const strategy = [{ type: 'RollingUpdate', rolling_update: [{ max_surge: '25%' }] }];
  expect(
    toManifest({ type: 'kubernetes_deployment_v1', values: { spec: [{ ...spec, strategy }] } }),
  ).toMatchObject({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { replicas: 2, template: pod, strategy: { rollingUpdate: { maxSurge: '25%' } } },
  });
  const claim = {
    metadata: [{ name: 'data' }],
    spec: [
      {
        access_modes: ['ReadWriteOnce'],
        storage_class_name: 'fast',
        resources: [{ requests: { storage: '1Gi' } }],
      },
    ],
  };
  const values = { spec: [{ ...spec, service_name: 'agent', volume_claim_template: [claim] }] };
  expect(toManifest({ type: 'kubernetes_stateful_set', values })).toMatchObject({
    kind: 'StatefulSet',
    spec: {
      serviceName: 'agent',
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: 'fast',
            resources: { requests: { storage: '1Gi' } },
          },
        },
      ],
    },
  });
});

test('a cron job nests a job and a pod', () => {
  const job = { metadata: [{}], spec: [{ backoff_limit: 2, template: [template] }] };
  const values = { metadata: [{ name: 'a' }], spec: [{ schedule: '@daily', job_template: [job] }] };
  expect(toManifest({ type: 'kubernetes_cron_job_v1', values })).toEqual({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'a' },
    spec: { schedule: '@daily', jobTemplate: { metadata: {}, spec: { backoffLimit: 2, template: pod } } },
  });
  // The type of no version is older, and its API is gone.
  expect(toManifest({ type: 'kubernetes_cron_job', values })).toMatchObject({ apiVersion: 'batch/v1beta1' });
});

test('an attribute that no field takes is kept, so that it is found', () => {
  const values = { spec: [{ container: [{ name: 'a', image_pul_policy: 'Always' }] }] };
  expect(toManifest({ type: 'kubernetes_pod', values })).toMatchObject({
    spec: { containers: [{ name: 'a', imagePulPolicy: 'Always' }] },
  });
});
