import { createECDH, createPrivateKey, type KeyObject } from 'node:crypto';
import { deriveBytes } from '../derive.ts';
import { bitString, integer, octets, oid, sequence, tagged } from './der.ts';
import { encode } from './der-node.ts';
import { byteLength, type Curve, numberOf } from './ecdsa.ts';
import { bytesOf } from './rsa-key.ts';

/** The key on a curve of a seed: everybody can compute it. */
export function ecdsaKey(seed: string, curve: Curve): KeyObject {
  const length = byteLength(curve.order);
  const secret = (numberOf(deriveBytes(seed, length + 8)) % (curve.order - 1n)) + 1n;
  const ecdh = createECDH(curve.name);
  ecdh.setPrivateKey(bytesOf(secret, length));
  // https://www.rfc-editor.org/rfc/rfc5915#section-3
  const der = sequence(
    integer(Buffer.from([1])),
    octets(bytesOf(secret, length)),
    tagged(0, oid(curve.oid)),
    tagged(1, bitString(ecdh.getPublicKey())),
  );
  return createPrivateKey({ key: encode(der), format: 'der', type: 'sec1' });
}

/** The Ed25519 key of a seed: everybody can compute it. */
export function ed25519Key(seed: string): KeyObject {
  // https://www.rfc-editor.org/rfc/rfc8410#section-7
  const der = sequence(
    integer(Buffer.from([0])),
    sequence(oid('1.3.101.112')),
    octets(encode(octets(deriveBytes(seed, 32)))),
  );
  return createPrivateKey({ key: encode(der), format: 'der', type: 'pkcs8' });
}
