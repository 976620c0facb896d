import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/too-many',
  title: 'List with too many items',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server limits how many items the list may have, and refuses the object.',
  fix: 'Shorten the list, or spread it over several objects.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy'],
  on: 'manifest',
  failing: { 'manifest.yaml': jobWithRules(21) },
  passing: { 'manifest.yaml': jobWithRules(1) },
});

function jobWithRules(count: number): string {
  const rule = '      - {action: Ignore, onPodConditions: [{type: DisruptionTarget}]}\n';
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  podFailurePolicy:
    rules:
${rule.repeat(count)}  template:
    spec:
      restartPolicy: Never
      containers:
        - {name: migrate, image: example.com/migrate}
`;
}
