import { createHash } from 'node:crypto';

/** Bytes that look random, and are the same for the same seed on every machine: SHA-256 of seed and counter. */
export function deriveBytes(seed: string, length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let block = 0; block * 32 < length; block += 1) {
    blocks.push(createHash('sha256').update(`${block}\n${seed}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** Numbers that look random, and are the same for the same seed. */
export class DerivedNumbers {
  private readonly seed: string;
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  private round = 0;

  constructor(seed: string) {
    this.seed = seed;
  }

  /** A whole number from 0, less than `limit`, which is at most 2^48; all are equally likely. */
  below(limit: number): number {
    const range = 2 ** 48;
    const last = range - (range % limit);
    for (;;) {
      const number = this.next();
      if (number < last) return number % limit;
    }
  }

  /** One of the items; of an empty list undefined. */
  pick<Item>(items: ArrayLike<Item>): Item | undefined {
    return items[this.below(Math.max(1, items.length))];
  }

  /** The items in another order. */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const keys = items.map((item, index) => ({ item, index, key: this.next() }));
    return keys.sort((a, b) => a.key - b.key || a.index - b.index).map(({ item }) => item);
  }

  private next(): number {
    if (this.at + 6 > this.bytes.length) {
      this.bytes = deriveBytes(`${this.seed}\n${this.round}`, 960);
      this.at = 0;
      this.round += 1;
    }
    this.at += 6;
    return this.bytes.readUIntBE(this.at - 6, 6);
  }
}

/** JSON with the keys of every object in order: equal values give equal texts. */
export function orderedJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
