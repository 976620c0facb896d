import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/no-schema',
  title: 'Kind that nothing describes',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The kind is no part of Kubernetes, and no CustomResourceDefinition of the run brings it, so the object was not checked. Only `require-schemas: true` in windtunnel.yaml makes a finding of it.',
  fix: 'Add the CustomResourceDefinition to the files that are checked, or leave out `require-schemas`.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/'],
  on: 'manifest',
  failing: {
    'windtunnel.yaml': 'require-schemas: true\n',
    'manifest.yaml': ['apiVersion: example.com/v1', 'kind: Backup', 'metadata:', '  name: nightly', ''].join(
      '\n',
    ),
  },
  passing: {
    'manifest.yaml': ['apiVersion: example.com/v1', 'kind: Backup', 'metadata:', '  name: nightly', ''].join(
      '\n',
    ),
  },
});
