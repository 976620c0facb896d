import type { CoreMethod, CoreMethods } from './protocol.ts';

/** A running instance of the WebAssembly core: one call at a time, answers at once. */
export interface Core {
  /**
   * Calls a method of the core.
   * Throws when the core itself fails (out of memory, stack, a defect): the instance is then of no more use.
   */
  call<M extends CoreMethod>(method: M, params: CoreMethods[M]['params']): CoreMethods[M]['result'];
}
