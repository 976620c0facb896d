import { expect, test } from 'vitest';
import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { Problems } from '../../../src/kubernetes/problem.ts';

// Made with openssl; their private keys were thrown away.
const ed25519 = `-----BEGIN CERTIFICATE REQUEST-----
MIGLMD8CAQAwDDEKMAgGA1UEAwwBeDAqMAUGAytlcAMhALoNjP0JLdsMKFWVCJf8
/1nTg4P/o9pSJX7qDRBarX/PoAAwBQYDK2VwA0EAA8O/LHwHXDseE7fJgjsCTPQe
eFA7JqGEa6K5pDXFxYUklwS2vWhf4uJVeS/rJWmBb50kXMEbUWFn7dxZ42SPAw==
-----END CERTIFICATE REQUEST-----
`;
const ecdsa = `-----BEGIN CERTIFICATE REQUEST-----
MIIBEDCBuAIBADAvMRYwFAYDVQQDDA1zeXN0ZW06bm9kZTphMRUwEwYDVQQKDAxz
eXN0ZW06bm9kZXMwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQtSbOEmY2yoETM
9vQ+gOb7FEdPa4wiVj0qvvP2Qk2TWFRG2veesP09yepdssQhH5/Ftdq7pk/UOKU4
D+xcEaMRoCcwJQYJKoZIhvcNAQkOMRgwFjAUBgNVHREEDTALggNhLmKHBAoAAAEw
CgYIKoZIzj0EAwIDRwAwRAIgfm9kNP8eeNbxUWCnR5TBCv2MaDJKcXeaVWJUN7lv
45ECIHfLkrdL3VSVMYQFfXzT0xhvA3d/Gd62zjLFl73qhQwz
-----END CERTIFICATE REQUEST-----
`;

const good = { signerName: 'kubernetes.io/kubelet-serving', usages: ['server auth'] };
const noBlock = 'spec.request must hold a PEM block of the type CERTIFICATE REQUEST';
const unreadable = 'spec.request must hold a certificate request (PKCS #10), and this one cannot be read';
const forged = 'spec.request must hold a certificate request that is signed by its own key';

test.each([
  ['Ed25519', ed25519, []],
  ['ECDSA', ecdsa, []],
  ['text before the block', `who: web\n${ecdsa}`, []],
  ['Windows line ends', ecdsa.replaceAll('\n', '\r\n'), []],
  ['headers', ecdsa.replace('REQUEST-----\n', 'REQUEST-----\nComment: x\n\n'), []],
  ['the first block counts', `${ecdsa.replaceAll('CERTIFICATE REQUEST', 'CERTIFICATE')}${ecdsa}`, [noBlock]],
  ['nothing', '', [noBlock]],
  ['no end', ecdsa.replace('-----END', ''), [noBlock]],
  ['an empty block', ecdsa.replace(/-\n[^-]+-/, '-\n-'), [unreadable]],
  ['a shortened block', ecdsa.replace(/^45EC.*\n/m, ''), [unreadable]],
  ['another subject', ecdsa.replace('MRYwFAYDVQQD', 'MRYwFAYDVQQE'), [forged]],
])('request: %s', (_, pem, problems) => {
  expect(messages({ ...good, request: base64(pem) })).toEqual(problems);
});

test.each([
  [{ signerName: 'example.org/my.signer', expirationSeconds: 600 }, []],
  [{ signerName: '' }, ['spec.signerName must be set']],
  [
    { signerName: 'kubernetes.io/legacy-unknown' },
    ['spec.signerName must not be kubernetes.io/legacy-unknown, which only v1beta1 knew'],
  ],
  [
    { signerName: 'example/signer' },
    ['spec.signerName must be a domain and a path, example.com/signer, not "example/signer"'],
  ],
  [{ usages: [] }, ['spec.usages must be set']],
  [{ usages: ['any', 'any'] }, ['spec.usages[1] must be unique, and "any" is there already']],
  [{ expirationSeconds: 60 }, ['spec.expirationSeconds must be at least 600, ten minutes, not 60']],
])('%j', (difference, problems) => {
  expect(messages({ ...good, request: base64(ed25519), ...difference })).toEqual(problems);
});

test('a usage that is none', () => {
  const [message = ''] = messages({ ...good, request: base64(ed25519), usages: ['server_auth'] });
  expect(message).toMatch(
    /^spec\.usages\[0\] must be any, cert sign, .* or timestamping, not "server_auth"$/,
  );
});

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function messages(spec: Readonly<Record<string, string | number | readonly string[]>>): string[] {
  const problems = new Problems();
  const object = { metadata: { name: 'web:dev' }, spec };
  policyRules['certificates.k8s.io/v1/CertificateSigningRequest']?.(object, { minor: 34, problems });
  return problems.list.map(({ message }) => message);
}
