import { createECDH, createHash, createHmac, type KeyObject } from 'node:crypto';
import { integer, sequence } from './der.ts';
import { encode } from './der-node.ts';
import { children, contents, decode } from './read-der.ts';
import { bytesOf, inverse } from './rsa-key.ts';

/** A curve with the number of its points and the hash that Go signs certificates of its keys with. */
export interface Curve {
  /** As OpenSSL names it. */
  readonly name: string;
  readonly order: bigint;
  readonly hash: 'sha256' | 'sha384' | 'sha512';
  readonly oid: string;
}

/**
 * By the names of `ecdsa_curve`. Orders: https://doi.org/10.6028/NIST.SP.800-186
 */
export const curves: Readonly<Record<string, Curve>> = {
  P224: {
    name: 'secp224r1',
    order: 0xffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3dn,
    hash: 'sha256',
    oid: '1.3.132.0.33',
  },
  P256: {
    name: 'prime256v1',
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    hash: 'sha256',
    oid: '1.2.840.10045.3.1.7',
  },
  P384: {
    name: 'secp384r1',
    order:
      0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    hash: 'sha384',
    oid: '1.3.132.0.34',
  },
  P521: {
    name: 'secp521r1',
    order:
      0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
    hash: 'sha512',
    oid: '1.3.132.0.35',
  },
};

/** The curve of a key; undefined when it is none of {@link curves}. */
export function curveOf(key: KeyObject): Curve | undefined {
  return Object.values(curves).find(({ name }) => name === key.asymmetricKeyDetails?.namedCurve);
}

/**
 * Signs with a nonce that is computed from key and message, so that the same certificate has the same bytes in every
 * run; OpenSSL takes a random one. https://www.rfc-editor.org/rfc/rfc6979#section-3.2
 */
export function signEcdsa(key: KeyObject, curve: Curve, message: Uint8Array): Buffer {
  const { order, hash } = curve;
  const secret = numberOf(contents(children(decode(key.export({ type: 'sec1', format: 'der' })))[1]));
  const digest = leftmostBits(createHash(hash).update(message).digest(), order);
  for (const nonce of nonces(secret, digest, curve)) {
    const r = xOfMultiple(curve, nonce) % order;
    const s = (inverse(nonce, order) * (digest + r * secret)) % order;
    if (r !== 0n && s !== 0n) return encode(sequence(integer(bytesOf(r)), integer(bytesOf(s))));
  }
  // The nonces have no end.
  return Buffer.alloc(0);
}

function* nonces(secret: bigint, digest: bigint, { order, hash }: Curve): Generator<bigint> {
  const length = byteLength(order);
  const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer =>
    createHmac(hash, key).update(Buffer.concat(parts)).digest();
  const seed = Buffer.concat([bytesOf(secret, length), bytesOf(digest % order, length)]);
  let value: Buffer = Buffer.alloc(createHash(hash).digest().length, 1);
  let key: Buffer = Buffer.alloc(value.length);
  for (const round of [0, 1]) {
    key = hmac(key, value, Buffer.from([round]), seed);
    value = hmac(key, value);
  }
  for (;;) {
    let bytes: Buffer = Buffer.alloc(0);
    while (bytes.length < length) {
      value = hmac(key, value);
      bytes = Buffer.concat([bytes, value]);
    }
    const nonce = leftmostBits(bytes.subarray(0, length), order);
    if (nonce > 0n && nonce < order) yield nonce;
    key = hmac(key, value, Buffer.from([0]));
    value = hmac(key, value);
  }
}

function xOfMultiple({ name, order }: Curve, factor: bigint): bigint {
  const ecdh = createECDH(name);
  ecdh.setPrivateKey(bytesOf(factor, byteLength(order)));
  const point = ecdh.getPublicKey();
  return numberOf(point.subarray(1, (point.length + 1) / 2));
}

function leftmostBits(bytes: Buffer, order: bigint): bigint {
  const surplus = bytes.length * 8 - order.toString(2).length;
  return surplus > 0 ? numberOf(bytes) >> BigInt(surplus) : numberOf(bytes);
}

export function byteLength(number: bigint): number {
  return Math.ceil(number.toString(16).length / 2);
}

export function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
}
