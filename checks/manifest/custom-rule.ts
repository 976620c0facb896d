import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/custom-rule',
  title: 'Custom resource that breaks a rule of its definition',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The definition of the kind has rules (x-kubernetes-validations) in the Common Expression Language. The API server evaluates them and refuses an object for which one is not true.',
  fix: 'Change the object as the rule demands; the finding has the words of its author.',
  since: '0.1.0',
  links: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules',
  ],
  on: 'manifest',
  failing: { 'proxies.yaml': manifests(5) },
  passing: { 'proxies.yaml': manifests(2) },
});

function manifests(least: number): string {
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
              required: [min, max]
              properties:
                min: {type: integer}
                max: {type: integer}
              x-kubernetes-validations:
                - rule: self.min <= self.max
                  message: min must not be greater than max
---
apiVersion: example.org/v1
kind: Proxy
metadata:
  name: edge
spec:
  min: ${least}
  max: 3
`;
}
