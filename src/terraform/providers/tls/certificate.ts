import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { deriveBytes } from '../derive.ts';
import { integer, sequence, tagged } from './der.ts';
import { encode, type Node } from './der-node.ts';
import { nothing, time } from './der-values.ts';
import { certificateExtensions, type Extensions } from './extensions.ts';
import { children, contents, decode } from './read-der.ts';
import { signatureAlgorithm, signed } from './sign.ts';

/** A certificate to be made. */
export interface CertificateRequest {
  readonly address: string;
  readonly subject: Node;
  readonly publicKey: Node;
  readonly issuer: { readonly subject: Node; readonly key: KeyObject };
  readonly extensions: Extensions;
  /** Seconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** DER of an X.509 v3 certificate: https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
export function makeCertificate(asked: CertificateRequest): Buffer {
  const { subject, publicKey, issuer } = asked;
  const version3 = tagged(0, integer(Buffer.from([2])));
  const content = sequence(
    version3,
    integer(serialNumber(asked.address)),
    signatureAlgorithm(issuer.key),
    issuer.subject,
    sequence(time(asked.notBefore), time(asked.notAfter)),
    subject,
    publicKey,
    tagged(3, certificateExtensions(asked.extensions)),
  );
  return signed(content, issuer.key);
}

/** 127 bits that follow from the address of the resource. */
export function serialNumber(address: string): Buffer {
  const bytes = deriveBytes(`serial number of ${address}`, 16);
  // Positive, and never zero.
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

export function publicKeyNode(key: KeyObject): Node {
  return decode(createPublicKey(key).export({ type: 'spki', format: 'der' })) ?? nothing;
}

const ed25519Size = 32;

/** SHA-1 of the public key's bytes: https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.2 */
export function subjectKeyId(publicKey: Node): Buffer {
  const bytes = contents(children(publicKey)[1]).subarray(1);
  // The provider hashes these keys with the header of an octet string.
  const header = bytes.length === ed25519Size ? Buffer.from([4, ed25519Size]) : Buffer.alloc(0);
  return createHash('sha1').update(header).update(bytes).digest();
}

export function isSameNode(a: Node, b: Node): boolean {
  return encode(a).equals(encode(b));
}
