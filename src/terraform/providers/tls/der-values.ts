import { type Node, primitive, tags } from './der-node.ts';

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
