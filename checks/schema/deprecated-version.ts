import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/deprecated-version',
  title: 'apiVersion or kind that is deprecated',
  severity: 'warning',
  stage: 'kubernetes',
  why: 'The API server still takes it, and warns. A later version of Kubernetes may not.',
  fix: 'Move to what comes instead before the cluster is upgraded to the version that no longer has it.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': [
      'apiVersion: v1',
      'kind: Endpoints',
      'metadata:',
      '  name: database',
      'subsets:',
      '  - addresses:',
      '      - ip: 10.20.0.5',
      '',
    ].join('\n'),
  },
  passing: {
    'manifest.yaml': [
      'apiVersion: discovery.k8s.io/v1',
      'kind: EndpointSlice',
      'metadata:',
      '  name: database',
      'addressType: IPv4',
      'endpoints:',
      '  - addresses: [10.20.0.5]',
      '',
    ].join('\n'),
  },
});
