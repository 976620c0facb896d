import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask, problemsOf, textOf } from './ask.ts';

const algorithms = [
  { name: 'RSA', config: { algorithm: 'RSA', rsa_bits: '2048' } },
  { name: 'RSA 4096', config: { algorithm: 'RSA', rsa_bits: 4096 } },
  { name: 'P224', config: { algorithm: 'ECDSA', ecdsa_curve: 'P224' } },
  { name: 'P256', config: { algorithm: 'ECDSA', ecdsa_curve: 'P256' } },
  { name: 'P384', config: { algorithm: 'ECDSA', ecdsa_curve: 'P384' } },
  { name: 'P521', config: { algorithm: 'ECDSA', ecdsa_curve: 'P521' } },
  { name: 'ED25519', config: { algorithm: 'ED25519' } },
];

const authority = {
  subject: [{ common_name: 'test-ca', organization: 'example' }],
  is_ca_certificate: true,
  validity_period_hours: 8760,
  allowed_uses: ['key_encipherment', 'digital_signature', 'cert_signing'],
};

function makeAuthority(config: object, more: object = {}) {
  const key = textOf(ask('tls_private_key.ca', { ...config }), 'private_key_pem');
  const answer = ask('tls_self_signed_cert.ca', { private_key_pem: key, ...authority, ...more });
  return { key, answer, pem: textOf(answer, 'cert_pem') };
}

function makeLeaf(config: object, request: object, more: object = {}) {
  const ca = makeAuthority(config);
  const key = textOf(ask('tls_private_key.leaf', { ...config }), 'private_key_pem');
  const asked = ask('tls_cert_request.leaf', { private_key_pem: key, ...request });
  const answer = ask('tls_locally_signed_cert.leaf', {
    cert_request_pem: textOf(asked, 'cert_request_pem'),
    ca_private_key_pem: ca.key,
    ca_cert_pem: ca.pem,
    validity_period_hours: 24,
    allowed_uses: ['digital_signature', 'server_auth', 'client_auth'],
    ...more,
  });
  return { ca, key, answer };
}

const rsa = { algorithm: 'RSA' };
const server = {
  subject: [{ common_name: 'kube-apiserver', organization: 'system:masters' }],
  dns_names: ['kubernetes', '*.cluster.example'],
  ip_addresses: ['10.3.0.1', 'fd00::1'],
  uris: ['spiffe://example/server'],
};

describe.each(algorithms)('$name', ({ config }) => {
  test('a certificate is verified by the authority that signed it', () => {
    const { ca, answer } = makeLeaf(config, server);
    const issuer = new X509Certificate(ca.pem);
    const leaf = new X509Certificate(textOf(answer, 'cert_pem'));
    expect(issuer.verify(issuer.publicKey)).toBe(true);
    expect(leaf.verify(issuer.publicKey)).toBe(true);
    expect(leaf.checkIssued(issuer)).toBe(true);
    expect([issuer.ca, leaf.ca]).toEqual([true, false]);
  });

  test('the same configuration gives the same bytes', () => {
    const first = textOf(makeLeaf(config, server).answer, 'cert_pem');
    // An answer is kept for equal configurations: this one is made again.
    const again = makeLeaf(config, server, { early_renewal_hours: 1 });
    expect(textOf(again.answer, 'cert_pem')).toBe(first);
  });
});

test('a certificate says what its request and resource ask for', () => {
  const { answer } = makeLeaf(rsa, server);
  const leaf = new X509Certificate(textOf(answer, 'cert_pem'));
  expect(leaf.subject).toBe('O=system:masters\nCN=kube-apiserver');
  expect(leaf.issuer).toBe('O=example\nCN=test-ca');
  expect(leaf.subjectAltName).toBe(
    'DNS:kubernetes, DNS:*.cluster.example, IP Address:10.3.0.1, IP Address:FD00:0:0:0:0:0:0:1, URI:spiffe://example/server',
  );
  expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
  expect([leaf.validFrom, leaf.validTo]).toEqual(['Jan  1 00:00:00 2020 GMT', 'Jan  2 00:00:00 2020 GMT']);
  expect(answer.values).toMatchObject({
    ca_key_algorithm: 'RSA',
    ready_for_renewal: false,
    validity_start_time: '2020-01-01T00:00:00Z',
    validity_end_time: '2020-01-02T00:00:00Z',
    id: BigInt(`0x${leaf.serialNumber}`).toString(),
  });
});

test('a certificate that ends after 2049 has its time in the other form', () => {
  const { pem } = makeAuthority(rsa, { validity_period_hours: 24 * 365 * 40 });
  expect(new X509Certificate(pem).validTo).toBe('Dec 22 00:00:00 2059 GMT');
});

test('no certificate is verified by another authority', () => {
  const leaf = new X509Certificate(textOf(makeLeaf(rsa, server).answer, 'cert_pem'));
  const key = textOf(ask('tls_private_key.other', rsa), 'private_key_pem');
  const other = ask('tls_self_signed_cert.other', { private_key_pem: key, ...authority });
  expect(leaf.verify(new X509Certificate(textOf(other, 'cert_pem')).publicKey)).toBe(false);
});

describe('wrong configuration', () => {
  test.each([
    [{ allowed_uses: ['server-auth'] }, /"allowed_uses" holds "server-auth", which is no use/],
    [{ ip_addresses: ['10.0.0.300'] }, /"ip_addresses" holds "10.0.0.300", which is no IP address/],
    [{ dns_names: ['bücher.example'] }, /cannot hold characters beyond ASCII/],
    [{ private_key_pem: 'secret text' }, /"private_key_pem" of tls_self_signed_cert holds no private key/],
    [{ subject: [] }, /needs a subject/],
    [{ validity_period_hours: null }, /"validity_period_hours" of tls_self_signed_cert is required/],
    [{ validity_period_hours: 1e9 }, /year 10000/],
    [{ is_ca_certificate: 'perhaps' }, /must be true or false/],
  ])('%j', (wrong, message) => {
    const key = textOf(ask('tls_private_key.ca', rsa), 'private_key_pem');
    const answer = ask('tls_self_signed_cert.ca', { private_key_pem: key, ...authority, ...wrong });
    expect(problemsOf(answer)).toEqual([expect.stringMatching(message)]);
    expect(JSON.stringify(answer)).not.toContain('secret text');
  });

  test('the key of another authority', () => {
    const key = textOf(ask('tls_private_key.other', rsa), 'private_key_pem');
    const { answer } = makeLeaf(rsa, server, { ca_private_key_pem: key });
    expect(problemsOf(answer)).toEqual([expect.stringContaining('is not the key of the certificate')]);
  });

  test('a certificate where a request is wanted', () => {
    const { answer } = makeLeaf(rsa, server, { cert_request_pem: makeAuthority(rsa).pem });
    expect(problemsOf(answer)).toEqual([
      'The attribute "cert_request_pem" holds no certificate request in PEM format.',
    ]);
  });
});

test('a slip in a use is mended', () => {
  const key = textOf(ask('tls_private_key.ca', rsa), 'private_key_pem');
  const config = { private_key_pem: key, ...authority, allowed_uses: ['cert_sign'] };
  expect(ask('tls_self_signed_cert.ca', config).problems).toMatchObject([{ fix: 'Write "cert_signing".' }]);
});

test('a key that is not known gives a certificate that is named as made up', () => {
  const answer = ask('tls_self_signed_cert.ca', authority, { unknown: ['private_key_pem'] });
  expect(answer.placeholders).toEqual(['cert_pem']);
  expect(new X509Certificate(textOf(answer, 'cert_pem')).subject).toBe('O=example\nCN=test-ca');
});

test('certificates of this version of the program are those of every other', () => {
  const fingerprint = (config: object) =>
    new X509Certificate(textOf(makeLeaf(config, server).answer, 'cert_pem')).fingerprint256.slice(0, 23);
  expect({
    rsa: fingerprint(rsa),
    p256: fingerprint({ algorithm: 'ECDSA', ecdsa_curve: 'P256' }),
    ed25519: fingerprint({ algorithm: 'ED25519' }),
  }).toEqual({
    rsa: '92:0B:83:B9:86:A0:79:FA',
    p256: '0C:8D:C1:D3:34:6B:0D:47',
    ed25519: '11:B3:E0:4C:20:8A:BC:A5',
  });
});
