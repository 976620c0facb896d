import { readSections, readUnsigned, sectionIds, unsigned, writeSections } from './wasm-binary.ts';

const hasMaximum = 0x01;

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
  const sections = readSections(wasm);
  if (!sections.some(({ id }) => id === sectionIds.memory))
    throw new Error('the module has no memory section');
  return writeSections(
    wasm,
    sections.map((section) =>
      section.id === sectionIds.memory
        ? { id: section.id, body: limitedMemories(section.body, pages) }
        : section,
    ),
  );
}

/** Rewrites the body of a memory section: one memory, with the maximum. */
function limitedMemories(body: Uint8Array, pages: number): Uint8Array {
  const count = readUnsigned(body, 0);
  if (count.value !== 1) throw new Error(`the module has ${count.value} memories, not one`);
  const flags = readUnsigned(body, count.next);
  const minimum = readUnsigned(body, flags.next);
  if (minimum.value > pages) {
    throw new Error(`the module needs ${minimum.value} pages, more than ${pages}`);
  }
  const limits = [flags.value | hasMaximum, ...unsigned(minimum.value), ...unsigned(pages)];
  return Uint8Array.from([...unsigned(1), ...limits]);
}
