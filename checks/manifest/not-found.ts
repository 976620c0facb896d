import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/not-found',
  title: 'Name of something that is not there',
  severity: 'error',
  stage: 'kubernetes',
  why: 'A part of the object refers to another part of it, such as a mount to a volume, that it does not have, so that the API server refuses it.',
  fix: 'Correct the name, or add what it refers to.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/concepts/storage/volumes/#how-volumes-work'],
  on: 'manifest',
  failing: { 'manifest.yaml': podWithMount('cahce') },
  passing: { 'manifest.yaml': podWithMount('cache') },
});

function podWithMount(volume: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - {name: ${volume}, mountPath: /var/cache}
  volumes:
    - {name: cache, emptyDir: {}}
`;
}
