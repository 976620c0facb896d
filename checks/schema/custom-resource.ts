import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/custom-resource',
  title: 'Value that the definition of the kind does not allow',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server refuses a custom resource with a value outside of what the schema in its CustomResourceDefinition allows: a pattern, a format, a limit, or a choice between alternatives.',
  fix: 'Give the field a value that the schema allows.',
  since: '0.1.0',
  links: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation',
  ],
  on: 'manifest',
  failing: { 'proxies.yaml': manifests('edge_1') },
  passing: { 'proxies.yaml': manifests('edge-1') },
});

function manifests(host: string): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: proxies.example.org
spec:
  group: example.org
  scope: Namespaced
  names: {plural: proxies, kind: Proxy}
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
              properties:
                host: {type: string, pattern: '^[a-z0-9-]+$'}
---
apiVersion: example.org/v1
kind: Proxy
metadata:
  name: edge
spec:
  host: ${host}
`;
}
