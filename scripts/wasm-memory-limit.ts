const HEADER_BYTES = 8;
const MEMORY_SECTION = 5;
const HAS_MAXIMUM = 0x01;

/**
 * Gives the one memory of a WebAssembly module a maximum, so that the engine
 * refuses to grow it further and the program inside runs out of memory instead
 * of the machine. Go's linker writes no maximum: an alias bomb was seen to
 * reach 4.2 GB.
 *
 * @param wasm a module in the binary format, with one memory that it defines
 * @param pages the maximum, in pages of 64 KiB; at least the module's minimum
 * @returns a copy of the module; only its memory section differs
 * @throws when the module has no memory section, more than one memory, or a
 *   minimum above `pages`
 * @see https://webassembly.github.io/spec/core/binary/modules.html#memory-section
 */
export function limitWasmMemory(wasm: Uint8Array, pages: number): Uint8Array {
  let position = HEADER_BYTES;
  while (position < wasm.length) {
    const start = position;
    const id = wasm[position];
    const size = readUnsigned(wasm, position + 1);
    const end = size.next + size.value;
    if (id === MEMORY_SECTION) {
      const body = limitedMemories(wasm.subarray(size.next, end), pages);
      const section = [MEMORY_SECTION, ...unsigned(body.length), ...body];
      return concatenate(wasm.subarray(0, start), Uint8Array.from(section), wasm.subarray(end));
    }
    position = end;
  }
  throw new Error('the module has no memory section');
}

/** Rewrites the body of a memory section: one memory, with the maximum. */
function limitedMemories(body: Uint8Array, pages: number): number[] {
  const count = readUnsigned(body, 0);
  if (count.value !== 1) throw new Error(`the module has ${count.value} memories, not one`);
  const flags = readUnsigned(body, count.next);
  const minimum = readUnsigned(body, flags.next);
  if (minimum.value > pages) {
    throw new Error(`the module needs ${minimum.value} pages, more than ${pages}`);
  }
  return [
    ...unsigned(1),
    ...unsigned(flags.value | HAS_MAXIMUM),
    ...unsigned(minimum.value),
    ...unsigned(pages),
  ];
}

/** Reads an unsigned LEB128 number of at most 32 bits. */
function readUnsigned(bytes: Uint8Array, start: number): { value: number; next: number } {
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
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

function concatenate(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
