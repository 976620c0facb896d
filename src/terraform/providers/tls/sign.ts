import { type KeyObject, sign } from 'node:crypto';
import { bitString, oid, sequence } from './der.ts';
import { encode, type Node } from './der-node.ts';
import { nothing } from './der-values.ts';
import { curveOf, signEcdsa } from './ecdsa.ts';

/** Names of `algorithm` in the provider's resources. */
export type Algorithm = 'RSA' | 'ECDSA' | 'ED25519';

/** Undefined for keys that the provider has no name for. */
export function algorithmOf(key: KeyObject): Algorithm | undefined {
  if (key.asymmetricKeyType === 'rsa') return 'RSA';
  if (key.asymmetricKeyType === 'ed25519') return 'ED25519';
  return curveOf(key) ? 'ECDSA' : undefined;
}

/** What a certificate names as its signature's algorithm: https://www.rfc-editor.org/rfc/rfc5758#section-3.2 */
export function signatureAlgorithm(key: KeyObject): Node {
  const curve = curveOf(key);
  if (curve) return sequence(oid(ecdsaWith[curve.hash]));
  if (key.asymmetricKeyType === 'ed25519') return sequence(oid('1.3.101.112'));
  return sequence(oid('1.2.840.113549.1.1.11'), nothing);
}

const ecdsaWith = {
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
} as const;

/** The content with its signature, as certificates and requests are built. The same key and content give the same. */
export function signed(content: Node, key: KeyObject): Buffer {
  const bytes = encode(content);
  const curve = curveOf(key);
  const hash = key.asymmetricKeyType === 'rsa' ? 'sha256' : null;
  const signature = curve ? signEcdsa(key, curve, bytes) : sign(hash, bytes, key);
  return encode(sequence(content, signatureAlgorithm(key), bitString(signature)));
}
