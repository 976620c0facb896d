import { describe, expect, test } from 'vitest';
import { findImages } from '../../../src/terraform/extract/find-images.ts';
import { RenderedBuilder } from '../../model/source-map-builder.ts';

/** `image line:column` of all that a text names. */
function imagesIn(text: string): string[] {
  return findImages([{ text: { file: 'a', text }, where: 'a' }]).map(
    ({ image, origin }) => `${image} ${origin.line}:${origin.column}`,
  );
}

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('images are named by', () => {
  test.each([
    [
      'a container',
      '      - image: registry.k8s.io/kube-proxy:v1.34.1',
      ['registry.k8s.io/kube-proxy:v1.34.1 1:16'],
    ],
    ['a container, in quotes', '  image: "nginx:1.29"', ['nginx:1.29 1:11']],
    ['JSON', '  "image": "nginx",', ['nginx 1:13']],
    ['a digest', `image: quay.io/a/b@${digest}`, [`quay.io/a/b@${digest} 1:8`]],
    ['an address with a port', 'image: registry.example.com:5000/a:1', ['registry.example.com:5000/a:1 1:8']],
    ['a flag', 'ctr run --image=docker.io/a/b:1 x', ['docker.io/a/b:1 1:17']],
    [
      'Environment=',
      'Environment=KUBELET_IMAGE=quay.io/p/kubelet:v1.34.1',
      ['quay.io/p/kubelet:v1.34.1 1:27'],
    ],
    [
      'Environment= in quotes',
      'Environment="ETCD_IMAGE=quay.io/coreos/etcd:v3.5.9"',
      ['quay.io/coreos/etcd:v3.5.9 1:25'],
    ],
    ['podman', '  quay.io/poseidon/kubelet:v1.34.1 \\', ['quay.io/poseidon/kubelet:v1.34.1 1:3']],
    ['podman pull', 'podman pull ghcr.io/a/b:1 ghcr.io/a/c:2', ['ghcr.io/a/b:1 1:13', 'ghcr.io/a/c:2 1:27']],
    ['rkt', '  docker://quay.io/coreos/hyperkube:v1.18.8 \\', ['quay.io/coreos/hyperkube:v1.18.8 1:12']],
    [
      'the two variables of a wrapper',
      'Environment=KUBELET_IMAGE_URL=docker://quay.io/a/kubelet\nEnvironment=KUBELET_IMAGE_TAG=v1.17.0',
      ['quay.io/a/kubelet:v1.17.0 2:31'],
    ],
  ])('%s', (_, text, images) => {
    expect(imagesIn(text)).toEqual(images);
  });

  test.each([
    ['a comment', '# image: nginx:1.29'],
    ['an address', 'curl https://example.com/a/b:1'],
    ['a registry alone', 'quay.io/a/b'],
    ['a variable', 'image: $IMAGE'],
    ['an empty value', 'image:'],
    ['a volume', '--volume /etc/kubernetes:/etc/kubernetes:ro,z \\'],
    ['a host with a port', 'server: https://a.example.com:6443'],
    ['an etcd member', 'ETCD_INITIAL_CLUSTER=etcd0=https://a-etcd0.example.com:2380'],
    ['another key', 'imagePullPolicy: Always'],
    ['a name with dots and a colon', 'node.example.com:9100'],
  ])('not by %s', (_, text) => {
    expect(imagesIn(text)).toEqual([]);
  });
});

test('an image stands where its template names it, under the unit that runs it', () => {
  const template = `systemd:\n  units:\n    - name: kubelet.service\n      contents: |\n        Environment=KUBELET_IMAGE=quay.io/a/kubelet:\${version}\n`;
  const built = new RenderedBuilder().template('node.yaml', template, { version: 'v1.34.1' });
  const images = findImages([
    { text: { file: 'node.yaml', text: built.text, map: built.map }, where: 'worker' },
  ]);
  expect(images).toEqual([
    {
      image: 'quay.io/a/kubelet:v1.34.1',
      where: 'worker: kubelet.service',
      origin: { file: 'node.yaml', line: 5, column: 35, endLine: 5, endColumn: 63 },
    },
  ]);
});

test('one long line costs no more than its length', () => {
  const started = imagesIn(`image: ${'a-'.repeat(500_000)}`);
  expect(started).toEqual([]);
});
