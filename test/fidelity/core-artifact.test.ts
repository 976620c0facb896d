import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { limitWasmMemory } from '../../scripts/wasm-memory-limit.ts';
import { loadCore } from '../../src/core/host.ts';
import { root } from './go-builds.ts';

const wasm = brotliDecompressSync(readFileSync(path.join(root, 'dist/core.wasm.br')));
const manifest = JSON.parse(readFileSync(path.join(root, 'dist/core.json'), 'utf8'));

test('dist/core.json describes dist/core.wasm.br', async () => {
  expect(createHash('sha256').update(wasm).digest('hex')).toBe(manifest.sha256);
  expect(wasm.length).toBe(manifest.bytes);
  const core = await loadCore();
  const { go, modules } = core.call('core.versions', {});
  expect({ go, modules }).toEqual({ go: manifest.go, modules: manifest.modules });
});

test('the memory of the core has a maximum of 512 MiB', () => {
  expect(limitWasmMemory(wasm, 8192)).toSatisfy((limited: Uint8Array) => wasm.equals(limited));
  expect(limitWasmMemory(wasm, 8191)).not.toSatisfy((limited: Uint8Array) => wasm.equals(limited));
});

// (module (memory <limits>)), written by hand: header, memory section, an empty custom section.
const module = (...memory: number[]): Uint8Array =>
  Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, memory.length, ...memory, 0, 2, 1, 0x78]);

test('limitWasmMemory writes a maximum and leaves the rest', () => {
  expect(limitWasmMemory(module(1, 0, 3), 8192)).toEqual(module(1, 1, 3, 0x80, 0x40));
  expect(limitWasmMemory(module(1, 1, 3, 9), 4)).toEqual(module(1, 1, 3, 4));
  expect(limitWasmMemory(module(1, 0, 0x80, 0x02), 256)).toEqual(module(1, 1, 0x80, 0x02, 0x80, 0x02));
});

test.each([
  ['has no memory section', Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), 1],
  ['has 2 memories', module(2, 0, 1, 0, 1), 9],
  ['needs 3 pages', module(1, 0, 3), 2],
  ['ends inside a number', module(1, 0, 0x80).slice(0, 13), 9],
])('limitWasmMemory refuses a module that %s', (reason, source, pages) => {
  expect(() => limitWasmMemory(source, pages)).toThrow(reason);
});
