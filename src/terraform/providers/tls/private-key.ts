import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { Configuration } from '../configuration.ts';
import type { Emulate } from '../family.ts';
import { ecdsaKey, ed25519Key } from './derived-key.ts';
import { curves } from './ecdsa.ts';
import { type OpenSshKey, openSshKey } from './openssh.ts';
import { keepKey, readPrivateKey, toPem } from './pem.ts';
import { rsaKey, rsaSizes } from './rsa-key.ts';
import { algorithmOf } from './sign.ts';

const secret = ['private_key_pem', 'private_key_pem_pkcs8', 'private_key_openssh'];

/**
 * `tls_private_key`: a key that follows from the resource's address, so that everybody can compute it.
 * https://registry.terraform.io/providers/hashicorp/tls/latest/docs/resources/private_key
 */
export const privateKey: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('algorithm');
  const asked = readAlgorithm(config);
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const key = asked.make(request.address);
  const openSsh = openSshKey(key);
  const pem = key.export({ type: asked.form, format: 'pem' }).toString();
  keepKey(pem, key);
  const values = {
    ...publicAttributes(key, openSsh),
    private_key_pem: pem,
    private_key_pem_pkcs8: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    private_key_openssh: openSsh?.privateKey ?? '',
    rsa_bits: asked.bits,
    ecdsa_curve: asked.curve,
  };
  return { values, secret, ...(!asked.isExact && { placeholders: secret }) };
};

/**
 * `data.tls_public_key`: the public half of a private key.
 * https://registry.terraform.io/providers/hashicorp/tls/latest/docs/data-sources/public_key
 */
export const publicKey: Emulate = (request) => {
  const config = new Configuration(request);
  const pem = config.text('private_key_pem');
  const read = pem === undefined ? undefined : readPrivateKey(pem);
  if (pem !== undefined && !read)
    config.refuse('The attribute "private_key_pem" of tls_public_key holds no private key in PEM format.');
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const key = read ?? standInKey(request.address);
  const values = { ...publicAttributes(key, openSshKey(key)), algorithm: algorithmOf(key) };
  return { values, ...(!read && { placeholders: Object.keys(values) }) };
};

/** A key in place of one that is not known. */
export function standInKey(address: string): KeyObject {
  return ed25519Key(`placeholder of ${address}`);
}

function publicAttributes(key: KeyObject, openSsh: OpenSshKey | undefined) {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    id: createHash('sha1').update(der).digest('hex'),
    public_key_pem: toPem('PUBLIC KEY', der),
    public_key_openssh: openSsh?.publicKey ?? '',
    public_key_fingerprint_md5: openSsh?.md5 ?? '',
    public_key_fingerprint_sha256: openSsh?.sha256 ?? '',
  };
}

interface Asked {
  readonly make: (seed: string) => KeyObject;
  readonly form: 'pkcs1' | 'sec1' | 'pkcs8';
  readonly bits: number;
  readonly curve: string;
  /** False when there is no key of the size that is asked for. */
  readonly isExact: boolean;
}

function readAlgorithm(config: Configuration): Asked {
  const algorithm = config.text('algorithm') ?? 'RSA';
  const bits = config.wholeNumber('rsa_bits') ?? 2048;
  const curve = config.text('ecdsa_curve') ?? 'P224';
  if (algorithm === 'ECDSA') return askedCurve(config, curve, bits);
  if (algorithm === 'ED25519') return { make: ed25519Key, form: 'pkcs8', bits, curve, isExact: true };
  if (algorithm !== 'RSA')
    config.refuse('The attribute "algorithm" of tls_private_key must be RSA, ECDSA or ED25519.', 'algorithm');
  if (bits < 1024)
    config.refuse('The attribute "rsa_bits" of tls_private_key must be at least 1024.', 'rsa_bits');
  const near = rsaSizes.findLast((size) => size <= bits) ?? 2048;
  return { make: (seed) => rsaKey(seed, near), form: 'pkcs1', bits, curve, isExact: near === bits };
}

function askedCurve(config: Configuration, name: string, bits: number): Asked {
  const curve = Object.hasOwn(curves, name) ? curves[name] : undefined;
  if (!curve)
    config.refuse(
      'The attribute "ecdsa_curve" of tls_private_key must be P224, P256, P384 or P521.',
      'ecdsa_curve',
    );
  const make = (seed: string): KeyObject => (curve ? ecdsaKey(seed, curve) : ed25519Key(seed));
  return { make, form: 'sec1', bits, curve: name, isExact: true };
}
