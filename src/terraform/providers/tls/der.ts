import type { asn1 } from 'node-forge';
import forge from 'node-forge/lib/asn1.js';

/** A node of ASN.1: https://www.itu.int/rec/T-REC-X.690 */
export type Node = asn1.Asn1;

const universal = 0;
const contextSpecific = 0x80;

const tags = {
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

export function sequence(...nodes: readonly Node[]): Node {
  return forge.create(universal, tags.sequence, true, [...nodes]);
}

/** DER wants the members of a set in the order of their bytes. */
export function set(...nodes: readonly Node[]): Node {
  const sorted = [...nodes].sort((a, b) => Buffer.compare(encode(a), encode(b)));
  return forge.create(universal, tags.set, true, sorted);
}

/** `bytes`: big-endian, not negative. */
export function integer(bytes: Uint8Array): Node {
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = Buffer.from(first < 0 ? [0] : bytes.subarray(first));
  const sign = (significant[0] ?? 0) > 127 ? [0] : [];
  return primitive(tags.integer, Buffer.concat([Buffer.from(sign), significant]));
}

export function oid(dotted: string): Node {
  return forge.create(universal, tags.oid, false, forge.oidToDer(dotted).getBytes());
}

export function octets(bytes: Uint8Array): Node {
  return primitive(tags.octets, bytes);
}

/** `unused`: number of bits of the last byte that do not count. */
export function bitString(bytes: Uint8Array, unused = 0): Node {
  return primitive(tags.bitString, Buffer.concat([Buffer.from([unused]), bytes]));
}

export const nothing: Node = primitive(tags.null, Buffer.alloc(0));

export const yes: Node = primitive(tags.boolean, Buffer.from([255]));

/** A text as Go writes it: PrintableString where that is enough. https://pkg.go.dev/encoding/asn1#Marshal */
export function text(value: string): Node {
  const tag = /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(value) ? tags.printable : tags.utf8;
  return primitive(tag, Buffer.from(value));
}

export function ia5(value: string): Node {
  return primitive(tags.ia5, Buffer.from(value));
}

/** Seconds since 1970; years from 2050 on have another type: https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5 */
export function time(seconds: number): Node {
  const digits = new Date(seconds * 1000).toISOString().replace(/[-:T]|\.\d+/g, '');
  const isLate = Number(digits.slice(0, 4)) >= 2050;
  return primitive(
    isLate ? tags.generalizedTime : tags.utcTime,
    Buffer.from(isLate ? digits : digits.slice(2)),
  );
}

/** `[tag]` with bytes instead of a node's own tag. */
export function implicit(tag: number, bytes: Uint8Array): Node {
  return forge.create(contextSpecific, tag, false, Buffer.from(bytes).toString('latin1'));
}

/** `[tag]` around nodes. */
export function tagged(tag: number, ...nodes: readonly Node[]): Node {
  return forge.create(contextSpecific, tag, true, [...nodes]);
}

export function encode(node: Node): Buffer {
  return Buffer.from(forge.toDer(node).getBytes(), 'latin1');
}

/** Undefined when the bytes are no DER. */
export function decode(der: Uint8Array): Node | undefined {
  try {
    return forge.fromDer(Buffer.from(der).toString('latin1'), { decodeBitStrings: false });
  } catch {
    return undefined;
  }
}

/** Nodes below a constructed one. */
export function children(node: Node | undefined): readonly Node[] {
  return node && typeof node.value !== 'string' ? node.value : [];
}

/** Bytes of a primitive node. */
export function contents(node: Node | undefined): Buffer {
  return Buffer.from(node && typeof node.value === 'string' ? node.value : '', 'latin1');
}

/** Dotted form of an object identifier. */
export function dotted(node: Node | undefined): string {
  return node?.type === tags.oid && typeof node.value === 'string' ? forge.derToOid(node.value) : '';
}

export function isContextTag(node: Node, tag: number): boolean {
  return node.tagClass === contextSpecific && node.type === tag;
}

function primitive(tag: number, bytes: Uint8Array): Node {
  return forge.create(universal, tag, false, Buffer.from(bytes).toString('latin1'));
}
