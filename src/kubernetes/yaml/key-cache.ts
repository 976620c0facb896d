const size = 2048;
const longest = 40;

/**
 * Gives one string for all equal keys. Manifests have few different ones, and an object takes a key much faster when
 * it has met the very string before.
 */
export class KeyCache {
  readonly #keys: (string | undefined)[] = new Array(size).fill(undefined);

  /** The text between two offsets. */
  get(text: string, start: number, end: number): string {
    const length = end - start;
    if (length > longest || length === 0) return text.slice(start, end);
    const slot = slotOf(text, start, length);
    const known = this.#keys[slot];
    if (known !== undefined && known.length === length && isAt(text, start, known)) return known;
    const key = text.slice(start, end);
    this.#keys[slot] = key;
    return key;
  }
}

function slotOf(text: string, start: number, length: number): number {
  const first = text.charCodeAt(start);
  const middle = text.charCodeAt(start + (length >> 1));
  const last = text.charCodeAt(start + length - 1);
  return (length + first * 31 + middle * 257 + last * 1021) & (size - 1);
}

function isAt(text: string, start: number, key: string): boolean {
  for (let index = 0; index < key.length; index += 1) {
    if (text.charCodeAt(start + index) !== key.charCodeAt(index)) return false;
  }
  return true;
}
