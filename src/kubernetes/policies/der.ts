/** One element of DER (X.690): its tag, its content, and its whole encoding. */
export interface DerElement {
  readonly tag: number;
  readonly content: Buffer;
  readonly raw: Buffer;
}

/** Tags of universal types that certificate requests are made of. */
export const derTags = { integer: 0x02, bitString: 0x03, objectId: 0x06, sequence: 0x30, set: 0x31 } as const;

/** Reads the element at the start of `bytes`; undefined when its length is not the shortest form or runs over. */
function readElement(bytes: Buffer): DerElement | undefined {
  const [tag, first] = bytes;
  // Tags of more than one byte do not occur.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  let start = 2;
  let length = first;
  if (first >= 0x80) {
    const count = first - 0x80;
    if (count === 0 || count > 4 || bytes.length < 2 + count) return undefined;
    length = bytes.readUIntBE(2, count);
    if (length < 0x80 || bytes[2] === 0) return undefined;
    start += count;
  }
  if (start + length > bytes.length) return undefined;
  return { tag, content: bytes.subarray(start, start + length), raw: bytes.subarray(0, start + length) };
}

/** All elements of `bytes`, which they fill; undefined when they do not. */
export function readElements(bytes: Buffer): DerElement[] | undefined {
  const elements: DerElement[] = [];
  for (let rest = bytes; rest.length > 0; ) {
    const element = readElement(rest);
    if (!element) return undefined;
    elements.push(element);
    rest = rest.subarray(element.raw.length);
  }
  return elements;
}
