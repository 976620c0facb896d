import { Wasi } from '../src/core/wasi.ts';
import {
  concatenate,
  readSections,
  readUnsigned,
  type Section,
  sectionIds,
  signed,
  unsigned,
  writeSections,
} from './wasm-binary.ts';

const pageBytes = 65_536;
const opcodes = { i32: 0x41, i64: 0x42, f32: 0x43, f64: 0x44, end: 0x0b } as const;
const types = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c } as const;

/** A segment's head takes some bytes: shorter runs of zeros are cheaper kept. */
const shortestGap = 64;

interface Global {
  readonly type: number;
  readonly isMutable: boolean;
}

/**
 * Starts a Go reactor once, at build time, and gives a module that begins where its start ended: memory and
 * globals have the values they had then. Starting Go's runtime and every package takes longer than a call, and
 * each run of the tool would pay for it.
 *
 * @param wasm a module that exports `memory` and `_initialize`
 * @param root a folder: the started program must find the mount of the host
 * @param requests calls that are made before: what upstream makes once and keeps is then made already
 * @returns the module without `_initialize`; it is ready to be called
 */
export async function snapshotWasm(
  wasm: Uint8Array,
  root: string,
  requests: readonly string[],
): Promise<Uint8Array> {
  const sections = readSections(wasm);
  const globals = readGlobals(sectionBody(sections, sectionIds.global));
  const opened = replace(sections, sectionIds.export, (body) => exportGlobals(body, globals.length));
  const module = await WebAssembly.compile(writeSections(wasm, opened));
  const wasi = new Wasi({ workspace: root });
  const { exports } = new WebAssembly.Instance(
    module,
    wasi.imports(module, () => 0n),
  );
  // Both are exports of every Go reactor.
  const memory = exports['memory'] as WebAssembly.Memory;
  wasi.attach(memory);
  (exports['_initialize'] as () => void)();
  for (const request of requests) callOnce(exports, memory, request);
  const values = globals.map((_, index) => (exports[`global ${index}`] as { value: number | bigint }).value);
  const data = dataSegments(new Uint8Array(memory.buffer));
  const frozen = sections.flatMap((section): Section[] => {
    const { id, body } = section;
    if (id === sectionIds.memory)
      return [{ id, body: withMinimum(body, memory.buffer.byteLength / pageBytes) }];
    if (id === sectionIds.global) return [{ id, body: writeGlobals(globals, values) }];
    if (id === sectionIds.export) return [{ id, body: withoutExport(body, '_initialize') }];
    if (id === sectionIds.data) return [{ id, body: data.body }];
    return id === sectionIds.dataCount ? [{ id, body: Uint8Array.from(unsigned(data.count)) }] : [section];
  });
  return writeSections(wasm, frozen);
}

function callOnce(exports: Record<string, unknown>, memory: WebAssembly.Memory, request: string): void {
  // The exports of core/main_wasip1.go.
  const { alloc, call, free } = exports as Record<string, (size?: number) => number | bigint>;
  const bytes = Buffer.from(request);
  const at = Number(alloc?.(bytes.length)) >>> 0;
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  call?.(bytes.length);
  free?.();
}

function sectionBody(sections: readonly Section[], id: number): Uint8Array {
  const section = sections.find((each) => each.id === id);
  if (!section) throw new Error(`the module has no section ${id}`);
  return section.body;
}

function replace(
  sections: readonly Section[],
  id: number,
  change: (body: Uint8Array) => Uint8Array,
): Section[] {
  return sections.map((section) => (section.id === id ? { id, body: change(section.body) } : section));
}

/** Go's linker gives every global a constant for a start: one opcode, one number, `end`. */
function readGlobals(body: Uint8Array): Global[] {
  const count = readUnsigned(body, 0);
  const globals: Global[] = [];
  let position = count.next;
  for (let index = 0; index < count.value; index += 1) {
    globals.push({ type: body[position] ?? 0, isMutable: body[position + 1] === 1 });
    const opcode = body[position + 2];
    if (opcode !== opcodes.i32 && opcode !== opcodes.i64) throw new Error('a global of an unknown kind');
    position += 3;
    while ((body[position] ?? 0) >= 0x80) position += 1;
    position += 2;
  }
  return globals;
}

function writeGlobals(globals: readonly Global[], values: readonly (number | bigint)[]): Uint8Array {
  const entries = globals.flatMap(({ type, isMutable }, index) => {
    const opcode = type === types.i32 ? opcodes.i32 : opcodes.i64;
    const value = BigInt(values[index] ?? 0);
    return [type, isMutable ? 1 : 0, opcode, ...signed(value), opcodes.end];
  });
  return Uint8Array.from([...unsigned(globals.length), ...entries]);
}

function exportGlobals(body: Uint8Array, count: number): Uint8Array {
  const before = readUnsigned(body, 0);
  const names = Array.from({ length: count }, (_, index) => exportEntry(`global ${index}`, 3, index));
  return concatenate(
    Uint8Array.from(unsigned(before.value + count)),
    body.subarray(before.next),
    Uint8Array.from(names.flat()),
  );
}

function exportEntry(name: string, kind: number, index: number): number[] {
  const bytes = Buffer.from(name);
  return [...unsigned(bytes.length), ...bytes, kind, ...unsigned(index)];
}

function withoutExport(body: Uint8Array, unwanted: string): Uint8Array {
  const count = readUnsigned(body, 0);
  const kept: number[] = [];
  let entries = 0;
  let position = count.next;
  for (let index = 0; index < count.value; index += 1) {
    const length = readUnsigned(body, position);
    const name = Buffer.from(body.subarray(length.next, length.next + length.value)).toString();
    const end = readUnsigned(body, length.next + length.value + 1).next;
    if (name !== unwanted) {
      kept.push(...body.subarray(position, end));
      entries += 1;
    }
    position = end;
  }
  return Uint8Array.from([...unsigned(entries), ...kept]);
}

/** The memory has grown while the program started. */
function withMinimum(body: Uint8Array, pages: number): Uint8Array {
  const flags = readUnsigned(body, 1);
  const minimum = readUnsigned(body, flags.next);
  return concatenate(
    Uint8Array.from([1, ...unsigned(flags.value), ...unsigned(pages)]),
    body.subarray(minimum.next),
  );
}

/** Active segments for all of the memory that is not zero. */
function dataSegments(memory: Uint8Array): { readonly body: Uint8Array; readonly count: number } {
  const parts: Uint8Array[] = [];
  let count = 0;
  for (let start = nextByte(memory, 0); start < memory.length; ) {
    let end = start;
    for (let next = start; next - end < shortestGap && next < memory.length; next += 1) {
      if (memory[next] !== 0) end = next + 1;
    }
    const place = [0, opcodes.i32, ...signed(BigInt(start)), opcodes.end];
    parts.push(Uint8Array.from([...place, ...unsigned(end - start)]), memory.subarray(start, end));
    count += 1;
    start = nextByte(memory, end);
  }
  return { body: concatenate(Uint8Array.from(unsigned(count)), ...parts), count };
}

function nextByte(memory: Uint8Array, from: number): number {
  let position = from;
  while (position < memory.length && memory[position] === 0) position += 1;
  return position;
}
