import { expect, test } from 'vitest';
import { type Cases, indented, saidOf } from './said-of.ts';

const cases: Cases = [
  ['minReplicas: 2'],
  [
    'minReplicas: 0',
    'invalid-value: spec.minReplicas must be at least 1, not 0',
    'forbidden-field: spec.metrics must have an Object or External metric where minReplicas is 0',
  ],
  ['minReplicas: 5', 'invalid-value: spec.maxReplicas must be at least minReplicas, which is 5, not 4'],
  ['metrics: []'],
  ['behavior: {scaleUp: {policies: [{type: Pods, value: 1, periodSeconds: 1800}]}}'],
  [
    'behavior: {scaleUp: {policies: []}}',
    'missing-value: spec.behavior.scaleUp.policies must be set to at least one policy',
  ],
  [
    'behavior: {scaleDown: {stabilizationWindowSeconds: 3601, selectPolicy: Some}}',
    'invalid-value: spec.behavior.scaleDown.stabilizationWindowSeconds must be from 0 to 3600, not 3601',
    'unsupported-value: spec.behavior.scaleDown.selectPolicy must be Disabled, Max or Min, not "Some"',
  ],
  [
    'behavior: {scaleUp: {policies: [{type: Nodes, value: 0, periodSeconds: 1801}]}}',
    'unsupported-value: spec.behavior.scaleUp.policies[0].type must be Percent or Pods, not "Nodes"',
    'invalid-value: spec.behavior.scaleUp.policies[0].value must be from 1 to 2147483647, not 0',
    'invalid-value: spec.behavior.scaleUp.policies[0].periodSeconds must be from 1 to 1800, not 1801',
  ],
];

test.each(cases)('%s', (fields, ...said) => {
  expect(saidOf(autoscaler(fields))).toEqual(said);
});

const metrics: Cases = [
  ['{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}'],
  ['{type: Pods, pods: {metric: {name: requests}, target: {type: AverageValue, averageValue: 1k}}}'],
  ['{type: Resource}', 'missing-value: spec.metrics[0].resource must be set where the type is Resource'],
  [
    '{type: Resource, pods: {metric: {name: requests}, target: {type: AverageValue, averageValue: 1k}}}',
    'missing-value: spec.metrics[0].resource must be set where the type is Resource',
  ],
  [
    '{type: Cpu}',
    'unsupported-value: spec.metrics[0].type must be Object, External, Pods, Resource or ContainerResource, not "Cpu"',
  ],
  [
    '{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 0}}}',
    'invalid-value: spec.metrics[0].resource.target.averageUtilization must be at least 1, not 0',
  ],
  [
    '{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 5, averageValue: 1}}}',
    'forbidden-field: spec.metrics[0].resource.target.averageValue must not be set beside averageUtilization',
  ],
  [
    '{type: Pods, pods: {metric: {name: a/b}, target: {type: Average, averageValue: -1}}}',
    'name: spec.metrics[0].pods.metric.name must be a path segment: not "." or "..", without "/" and "%", not "a/b"',
    'invalid-value: spec.metrics[0].pods.target.type must be Utilization, Value or AverageValue, not "Average"',
    'invalid-value: spec.metrics[0].pods.target.averageValue must be more than 0, not -1',
  ],
  [
    '{type: External, external: {metric: {name: queue}, target: {type: Value, value: 1, averageValue: 1}}}',
    'forbidden-field: spec.metrics[0].external.target.value must not be set beside averageValue',
  ],
  [
    '{type: Object, object: {metric: {name: queue}, describedObject: {kind: Service, name: web}, target: {type: Value}}}',
    'missing-value: spec.metrics[0].object.target.averageValue must be set where there is no value',
  ],
  [
    '{type: ContainerResource, containerResource: {name: gpu, container: Web, target: {type: Utilization, averageUtilization: 5}}}',
    'invalid-value: spec.metrics[0].containerResource.name must be a resource of containers, not "gpu"',
    'name: spec.metrics[0].containerResource.container must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "Web"',
  ],
  [
    '{type: Pods, pods: {metric: {name: requests}, target: {type: AverageValue, averageValue: many}}}',
    'quantity: spec.metrics[0].pods.target.averageValue must be a quantity such as 100m, 2 or 64Mi, not "many"',
  ],
];

test.each(metrics)('metric %s', (metric, ...said) => {
  expect(saidOf(autoscaler(`metrics: [${metric}]`))).toEqual(said);
});

test('the version of the target is checked from 1.34 on', () => {
  const manifest = autoscaler('').replace('apiVersion: apps/v1,', 'apiVersion: v1,');
  expect(saidOf(manifest, 33)).toEqual([]);
  expect(saidOf(manifest, 34)).toEqual([
    'invalid-value: spec.scaleTargetRef.apiVersion must be a group and a version, such as apps/v1, not "v1"',
  ]);
  expect(saidOf(manifest.replace('kind: Deployment,', 'kind: ReplicationController,'), 34)).toEqual([]);
});

test('1.37 scales to zero', () => {
  const metric = '{type: External, external: {metric: {name: queue}, target: {type: Value, value: 1}}}';
  expect(saidOf(autoscaler(`minReplicas: 0\nmetrics: [${metric}]`), 37)).toEqual([]);
});

test('version 1 has a percentage of the CPU', () => {
  const manifest = autoscaler('targetCPUUtilizationPercentage: 0').replace(
    'autoscaling/v2',
    'autoscaling/v1',
  );
  expect(saidOf(manifest)).toEqual([
    'invalid-value: spec.targetCPUUtilizationPercentage must be at least 1, not 0',
  ]);
});

function autoscaler(fields: string): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 4
${indented(fields, 2)}
`;
}

test('version 1 keeps other metrics in an annotation', () => {
  const metrics = [
    { type: 'Resource', resource: { name: 'memory', targetAverageUtilization: 0 } },
    { type: 'Pods', pods: { metricName: 'requests', targetAverageValue: '1k' } },
    { type: 'External', external: { metricName: 'queue' } },
  ];
  const annotation = `name: web, annotations: {autoscaling.alpha.kubernetes.io/metrics: '${JSON.stringify(metrics)}'}`;
  const manifest = autoscaler('')
    .replace('autoscaling/v2', 'autoscaling/v1')
    .replace('name: web', annotation);
  const path = 'metadata.annotations[autoscaling.alpha.kubernetes.io/metrics]';
  expect(saidOf(manifest)).toEqual([
    `invalid-value: ${path}[0].resource.target.averageUtilization must be at least 1, not 0`,
    `missing-value: ${path}[2].external.target.averageValue must be set where there is no value`,
  ]);
});
