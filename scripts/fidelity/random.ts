import { createHash } from 'node:crypto';

/** The seed of the split and of every choice; another one makes another corpus and needs new recorded verdicts. */
const seed = 'windtunnel fidelity 1';

/** A number that depends on the text and the seed alone, evenly spread over 0 to 2^32 - 1. */
export function drawn(text: string): number {
  return createHash('sha256').update(`${seed}\n${text}`).digest().readUInt32BE(0);
}

/** The items in an order that depends on their names alone. */
export function shuffled<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, name: nameOf(item), key: drawn(nameOf(item)) }))
    .sort((a, b) => a.key - b.key || (a.name < b.name ? -1 : 1))
    .map(({ item }) => item);
}

/** `size` of the numbers from 0 to `count` - 1 by lot, rising; which ones depends on `name` and the seed alone. */
export function sample(count: number, size: number, name: string): readonly number[] {
  const next = numbersFrom(drawn(name));
  const order = Array.from({ length: count }, (_, index) => index);
  for (let index = 0; index < Math.min(size, count); index += 1) {
    const other = index + Math.floor(next() * (count - index));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order.slice(0, size).sort((a, b) => a - b);
}

/** Mulberry32: a small generator of 2^32 numbers from 0 to 1, public domain, by Tommy Ettinger. */
function numbersFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
