import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { brotliDecompress } from 'node:zlib';
import { distFile } from './dist-file.ts';
import type { CoreMethod, CoreMethods } from './protocol.ts';
import { Wasi } from './wasi.ts';
import type { Mounts } from './wasi-files.ts';

/** A running instance of the WebAssembly core: one call at a time, answers at once. */
export interface Core {
  /**
   * Calls a method of the core. Throws {@link CoreFailure} when the core itself fails (out of memory, stack, a
   * defect): the instance is then of no more use.
   */
  call<M extends CoreMethod>(method: M, params: CoreMethods[M]['params']): CoreMethods[M]['result'];
}

/** The core could not answer: says what happened in words that a user may read. */
export class CoreFailure extends Error {
  override name = 'CoreFailure';
  /** True when the instance is broken and must be replaced; false when only this call failed. */
  readonly fatal: boolean;

  constructor(message: string, fatal: boolean) {
    super(message);
    this.fatal = fatal;
  }
}

/** Decompresses and compiles `dist/core.wasm.br`; once a process, the module can be posted to workers. */
export function compileCore(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

let compiled: Promise<WebAssembly.Module> | undefined;

async function compile(): Promise<WebAssembly.Module> {
  for (const flag of compilerFlags) setFlagsFromString(flag);
  const compressed = readFileSync(distFile('core.wasm.br'));
  return WebAssembly.compile(await promisify(brotliDecompress)(compressed, { chunkSize: decompressedBytes }));
}

// Room for the whole module at once: in the usual chunks of 16 KiB decompression takes twice as long.
const decompressedBytes = 32 * 1024 * 1024;

/** Answers what the core asks while it works on a call: JSON in, JSON out. It may call the core again. */
export type HostFunction = (core: Core, request: string) => string;

/** Starts an instance. */
export function startCore(module: WebAssembly.Module, mounts: Mounts, host: HostFunction = noHost): Core {
  const wasi = new Wasi(mounts);
  const answer = (at: number, size: number): bigint => {
    const request = Buffer.from(exports.memory.buffer, at >>> 0, size).toString();
    return give(exports, Buffer.from(host(core, request)));
  };
  const instance = new WebAssembly.Instance(module, wasi.imports(module, answer));
  const exports = coreExports(instance);
  wasi.attach(exports.memory);
  const core: Core = {
    call(method, params) {
      const request = Buffer.from(JSON.stringify({ method, params }));
      let answer: string;
      try {
        answer = exchange(exports, request);
      } catch (error) {
        throw new CoreFailure(reasonOf(error, wasi.stderr), true);
      }
      return readAnswer(answer);
    },
  };
  return core;
}

function noHost(): string {
  throw new Error('the core asked for what nobody answers');
}

/** Puts bytes where the core looks for them; gives their place in the upper half, their length in the lower. */
function give(core: CoreExports, bytes: Uint8Array): bigint {
  const at = core.alloc(bytes.length) >>> 0;
  new Uint8Array(core.memory.buffer, at, bytes.length).set(bytes);
  return (BigInt(at) << 32n) | BigInt(bytes.length);
}

/** Compiles and starts in one step, for callers that need a single instance. */
export async function loadCore(workspace?: string): Promise<Core> {
  return startCore(await compileCore(), { workspace });
}

/**
 * Keeps V8 from optimising, and from looking at, code that runs for a moment only: without them a short run
 * takes twice to ten times as long. In a long run the few functions that use up the budget are optimised after
 * all. See docs/performance.md.
 */
const compilerFlags = [
  '--wasm-tiering-budget=500000000',
  '--wasm-lazy-compilation',
  '--wasm-lazy-validation',
];

interface CoreExports {
  readonly memory: WebAssembly.Memory;
  readonly alloc: (size: number) => number;
  readonly call: (size: number) => bigint;
  readonly free: () => void;
}

function coreExports(instance: WebAssembly.Instance): CoreExports {
  // The core is our own build: its exports are those of core/main_wasip1.go.
  return instance.exports as unknown as CoreExports;
}

function exchange(core: CoreExports, request: Uint8Array): string {
  give(core, request);
  const packed = BigInt.asUintN(64, core.call(request.length));
  const start = Number(packed >> 32n);
  const length = Number(packed & 0xffff_ffffn);
  const answer = Buffer.from(core.memory.buffer, start, length).toString();
  core.free();
  return answer;
}

function readAnswer<M extends CoreMethod>(answer: string): CoreMethods[M]['result'] {
  // The core is our own build: core/doc.go says what each method answers, and the fidelity test holds it to it.
  const parsed = JSON.parse(answer) as { result: CoreMethods[M]['result'] } | { error: { message: string } };
  if ('error' in parsed) throw new CoreFailure(parsed.error.message, false);
  return parsed.result;
}

function reasonOf(error: unknown, stderr: string): string {
  if (/out of memory|cannot allocate memory/.test(stderr)) return 'the translator ran out of memory';
  if (error instanceof RangeError || /stack overflow|exceeds .*limit/.test(stderr))
    return 'nested too deeply for the translator';
  return 'the translator stopped unexpectedly';
}
