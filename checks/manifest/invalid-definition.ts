import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/invalid-definition',
  title: 'CustomResourceDefinition that the API server refuses',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server refuses the definition: its schema is not structural, a default does not fit, a rule does not compile or may cost too much. Every custom resource of the kind fails with it.',
  fix: 'Correct the part of the definition that the finding names.',
  since: '0.1.0',
  links: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema',
  ],
  on: 'manifest',
  failing: { 'definition.yaml': definition('{type: array}') },
  passing: { 'definition.yaml': definition('{type: array, items: {type: string}}') },
});

function definition(hosts: string): string {
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
                hosts: ${hosts}
`;
}
