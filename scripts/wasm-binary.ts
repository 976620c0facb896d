/**
 * The binary format of WebAssembly modules, as far as the build rewrites them.
 * https://webassembly.github.io/spec/core/binary/modules.html
 */

export const sectionIds = { import: 2, memory: 5, global: 6, export: 7, data: 11, dataCount: 12 } as const;

/** A section without its id and size. */
export interface Section {
  readonly id: number;
  readonly body: Uint8Array;
}

const headerBytes = 8;

/** The sections of a module, in their order. */
export function readSections(wasm: Uint8Array): Section[] {
  const sections: Section[] = [];
  for (let position = headerBytes; position < wasm.length; ) {
    const size = readUnsigned(wasm, position + 1);
    const end = size.next + size.value;
    sections.push({ id: wasm[position] ?? 0, body: wasm.subarray(size.next, end) });
    position = end;
  }
  return sections;
}

/** A module of these sections. */
export function writeSections(wasm: Uint8Array, sections: readonly Section[]): Uint8Array {
  const parts = sections.flatMap(({ id, body }) => [Uint8Array.from([id, ...unsigned(body.length)]), body]);
  return concatenate(wasm.subarray(0, headerBytes), ...parts);
}

/** Reads an unsigned LEB128 number of at most 32 bits. */
export function readUnsigned(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0;
  let shift = 0;
  for (let next = start; next < bytes.length && shift < 35; ) {
    const byte = bytes[next++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, next };
    shift += 7;
  }
  throw new Error('the module ends inside a number');
}

/** Writes an unsigned LEB128 number in its shortest form. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

/** Writes a signed LEB128 number, as constants of type i32 and i64 have it. */
export function signed(value: bigint): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const isLast = (rest === 0n && low < 0x40) || (rest === -1n && low >= 0x40);
    bytes.push(isLast ? low : low + 128);
    if (isLast) return bytes;
  }
}

export function concatenate(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
