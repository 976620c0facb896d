import forge from 'node-forge/lib/asn1.js';
import { contextSpecific, type Node, tags } from './der-node.ts';

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
