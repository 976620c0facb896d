import { checkPrimeSync, createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { stepsToPrime } from '../../../scripts/generate-well-known-primes.ts';
import { ecdsaKey } from '../../../src/terraform/providers/tls/derived-key.ts';
import { curves, signEcdsa } from '../../../src/terraform/providers/tls/ecdsa.ts';
import { primeStart } from '../../../src/terraform/providers/tls/prime-start.ts';
import { stepsToPrimes } from '../../../src/terraform/providers/tls/well-known-primes.generated.ts';
import { ask, problemsOf, textOf } from './ask.ts';

test('keys have the algorithm and size that is asked for', () => {
  const details = (config: object) => {
    const key = createPrivateKey(textOf(ask('tls_private_key.a', { ...config }), 'private_key_pem'));
    return [key.asymmetricKeyType, { ...key.asymmetricKeyDetails }];
  };
  const rsa = (modulusLength: number) => ['rsa', { modulusLength, publicExponent: 65537n }];
  expect(details({ algorithm: 'RSA' })).toEqual(rsa(2048));
  expect(details({ algorithm: 'RSA', rsa_bits: '3072' })).toEqual(rsa(3072));
  expect(details({ algorithm: 'RSA', rsa_bits: 4096 })).toEqual(rsa(4096));
  expect(details({ algorithm: 'ECDSA' })).toEqual(['ec', { namedCurve: 'secp224r1' }]);
  expect(details({ algorithm: 'ECDSA', ecdsa_curve: 'P384' })).toEqual(['ec', { namedCurve: 'secp384r1' }]);
  expect(details({ algorithm: 'ED25519' })).toEqual(['ed25519', {}]);
});

test('an address has its key, in every form', () => {
  const first = ask('tls_private_key.a', { algorithm: 'RSA' });
  expect(ask('tls_private_key.a', { algorithm: 'RSA' })).toEqual(first);
  const other = ask('tls_private_key.b', { algorithm: 'RSA' });
  expect(textOf(other, 'private_key_pem')).not.toBe(textOf(first, 'private_key_pem'));
  const open = createPublicKey(textOf(first, 'private_key_pem'));
  expect(open.export({ type: 'spki', format: 'pem' })).toBe(textOf(first, 'public_key_pem'));
  expect(textOf(first, 'private_key_pem')).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/);
  expect(textOf(first, 'private_key_pem_pkcs8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  expect(first.secret).toEqual(['private_key_pem', 'private_key_pem_pkcs8', 'private_key_openssh']);
  expect(first.placeholders).toBeUndefined();
});

test('OpenSSH has no form for P224', () => {
  const { values } = ask('tls_private_key.a', { algorithm: 'ECDSA' });
  expect(values).toMatchObject({
    public_key_openssh: '',
    public_key_fingerprint_md5: '',
    private_key_openssh: '',
  });
});

test('a size that there is no key for is made up, and says so', () => {
  const answer = ask('tls_private_key.a', { algorithm: 'RSA', rsa_bits: 8192 });
  expect(answer.placeholders).toContain('private_key_pem');
});

test.each([
  [{ algorithm: 'DSA' }, 'must be RSA, ECDSA or ED25519'],
  [{ algorithm: 'RSA', rsa_bits: 512 }, 'at least 1024'],
  [{ algorithm: 'ECDSA', ecdsa_curve: 'toString' }, 'must be P224, P256, P384 or P521'],
  [{}, '"algorithm" of tls_private_key is required'],
])('%j is refused', (config, message) => {
  expect(problemsOf(ask('tls_private_key.a', config))).toEqual([expect.stringContaining(message)]);
});

test('the public key of a private one', () => {
  const made = ask('tls_private_key.a', { algorithm: 'ED25519' });
  const read = ask('data.tls_public_key.a', { private_key_pem: textOf(made, 'private_key_pem') });
  expect(read.values).toMatchObject({ algorithm: 'ED25519', public_key_pem: made.values['public_key_pem'] });
});

test('the numbers of the list lead to the primes that the search finds', () => {
  for (const index of [0, 100, 255]) expect(stepsToPrimes[1024]?.[index]).toBe(stepsToPrime(1024, index));
  for (const [bits, steps] of Object.entries(stepsToPrimes)) {
    const some = steps.flatMap((step, index) => (index % 32 === 0 ? [{ step, index }] : []));
    const primes = some.map(({ step, index }) => primeStart(Number(bits), index) + 2n * BigInt(step));
    expect(primes.every((prime) => checkPrimeSync(prime, { checks: 4 }))).toBe(true);
  }
});

// https://www.rfc-editor.org/rfc/rfc6979#appendix-A.2.5
test('signatures on curves are those of RFC 6979', () => {
  const d = 'C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721';
  const sec1 = Buffer.from(`30310201010420${d}a00a06082a8648ce3d030107`, 'hex');
  const key = createPrivateKey({ key: sec1, format: 'der', type: 'sec1' });
  const curve = curves['P256'];
  const signature = curve && signEcdsa(key, curve, Buffer.from('sample'));
  expect(signature?.toString('hex').toUpperCase()).toBe(
    '3046022100EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716' +
      '022100F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8',
  );
});

test.each(Object.entries(curves))('OpenSSL verifies signatures on %s', (_, curve) => {
  const key = ecdsaKey('seed', curve);
  for (const message of ['', 'a', 'b'.repeat(1000)].map((text) => Buffer.from(text))) {
    expect(verify(curve.hash, message, createPublicKey(key), signEcdsa(key, curve, message))).toBe(true);
  }
});
