import type { asn1 } from 'node-forge';
import forge from 'node-forge/lib/asn1.js';

/** A node of ASN.1: https://www.itu.int/rec/T-REC-X.690 */
export type Node = asn1.Asn1;

export const universal = 0;
export const contextSpecific = 0x80;

export const tags = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octets: 4,
  null: 5,
  oid: 6,
  utf8: 12,
  sequence: 16,
  set: 17,
  printable: 19,
  ia5: 22,
  utcTime: 23,
  generalizedTime: 24,
} as const;

/** A node of the universal class that holds bytes. */
export function primitive(tag: number, bytes: Uint8Array): Node {
  return forge.create(universal, tag, false, Buffer.from(bytes).toString('latin1'));
}

export function encode(node: Node): Buffer {
  return Buffer.from(forge.toDer(node).getBytes(), 'latin1');
}
