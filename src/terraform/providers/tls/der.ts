import forge from 'node-forge/lib/asn1.js';
import { contextSpecific, encode, type Node, primitive, tags, universal } from './der-node.ts';

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

/** `[tag]` with bytes instead of a node's own tag. */
export function implicit(tag: number, bytes: Uint8Array): Node {
  return forge.create(contextSpecific, tag, false, Buffer.from(bytes).toString('latin1'));
}

/** `[tag]` around nodes. */
export function tagged(tag: number, ...nodes: readonly Node[]): Node {
  return forge.create(contextSpecific, tag, true, [...nodes]);
}
