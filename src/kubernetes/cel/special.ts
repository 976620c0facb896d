import { type Library, noOverload } from './overload.ts';

/** Operators that do not look at all their operands; evaluation knows them by name, only their types are here. */
export const specialOperators: Library = {
  '_&&_(bool, bool): bool': fail,
  '_||_(bool, bool): bool': fail,
  '_?_:_(bool, A, A): A': fail,
  '@not_strictly_false(bool): bool': fail,
};

function fail(): never {
  throw noOverload();
}
