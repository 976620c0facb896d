import { expect, test } from 'vitest';
import { versionOfImages } from '../../src/kubernetes/version.ts';

test.each([
  ['image: registry.k8s.io/kube-apiserver:v1.34.1\n', 34, 'registry.k8s.io/kube-apiserver:v1.34.1'],
  [
    'ExecStart=podman run docker://quay.io/poseidon/kubelet:v1.9.3 --x\n',
    9,
    'docker://quay.io/poseidon/kubelet:v1.9.3',
  ],
  ['"k8s.gcr.io/hyperkube-amd64:v1.16.0"', 16, 'k8s.gcr.io/hyperkube-amd64:v1.16.0'],
  ['Environment=KUBELET_IMAGE_TAG=v1.10.2_coreos.0\n', 10, 'Environment=KUBELET_IMAGE_TAG=v1.10.2_coreos.0'],
  ['Environment=KUBELET_IMAGE=a.example/kubelet:v1.34.1\n', 34, 'a.example/kubelet:v1.34.1'],
  ['a/kubelet:v1.30.0\nb/kubelet:v1.31.2-rc.1\n', 31, 'b/kubelet:v1.31.2-rc.1'],
])('the version is read from %s', (text, minor, image) => {
  expect(versionOfImages(text)).toEqual({ minor, image });
});

test.each([
  'registry.example/kubelet-exporter:v1.30.0',
  'a/coredns:v1.11.1',
  'kubelet:latest',
  'kubelet:v1.x',
])('no version is read from %s', (text) => {
  expect(versionOfImages(text)).toBeUndefined();
});
