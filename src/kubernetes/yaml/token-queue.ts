/** What the scanner finds in the text; the parser makes events of them. */
export const token = {
  streamEnd: 0,
  directive: 1,
  documentStart: 2,
  documentEnd: 3,
  blockSequenceStart: 4,
  blockMappingStart: 5,
  blockEnd: 6,
  flowSequenceStart: 7,
  flowSequenceEnd: 8,
  flowMappingStart: 9,
  flowMappingEnd: 10,
  blockEntry: 11,
  flowEntry: 12,
  key: 13,
  value: 14,
  alias: 15,
  anchor: 16,
  tag: 17,
  scalar: 18,
} as const;

/**
 * Tokens that are scanned and not yet parsed, as columns of numbers, which cost no garbage. Usually one or two; only
 * while something may turn out to be a key do more of them wait.
 */
export class TokenQueue {
  readonly kinds: number[] = [];
  /** UTF-16 offsets in the whole text. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Scalar: its style. */
  readonly styles: number[] = [];
  /** Index of what the text of the token means, where that is not its text itself; -1 for none. */
  readonly values: number[] = [];
  /** Flow level, from 1, on which the token may be a key; 0 when it cannot. */
  readonly keyLevels: number[] = [];
  /** The same of the token that is pushed next. */
  nextKeyLevel = 0;
  head = 0;
  tail = 0;
  /** How many tokens have been taken out. The first of the queue has this number. */
  taken = 0;

  clear(): void {
    this.head = 0;
    this.tail = 0;
    this.taken = 0;
    this.nextKeyLevel = 0;
  }

  push(kind: number, start: number, end: number): void {
    this.#set(this.tail, kind, start, end);
    this.keyLevels[this.tail] = this.nextKeyLevel;
    this.nextKeyLevel = 0;
    this.tail += 1;
  }

  /** @param value index of what it says; -1 when that is what is written */
  pushValue(kind: number, start: number, end: number, style: number, value: number): void {
    this.push(kind, start, end);
    this.styles[this.tail - 1] = style;
    this.values[this.tail - 1] = value;
  }

  /** Puts a token in front of the one with this number, or at the end when that has been taken. */
  insert(number: number, kind: number, at: number): void {
    const index = number < this.taken ? this.tail : this.head + number - this.taken;
    for (let to = this.tail; to > index; to -= 1) this.#copy(to - 1, to);
    this.tail += 1;
    this.#set(index, kind, at, at);
  }

  /** The token with this number, if it is still here, cannot become a key any more. */
  forgetKey(number: number): void {
    if (number >= this.taken) this.keyLevels[this.head + number - this.taken] = 0;
  }

  take(): void {
    this.head += 1;
    this.taken += 1;
    if (this.head === this.tail) {
      this.head = 0;
      this.tail = 0;
    }
  }

  #set(index: number, kind: number, start: number, end: number): void {
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.styles[index] = 0;
    this.values[index] = -1;
    this.keyLevels[index] = 0;
  }

  #copy(from: number, to: number): void {
    this.#set(to, this.kinds[from] ?? 0, this.starts[from] ?? 0, this.ends[from] ?? 0);
    this.styles[to] = this.styles[from] ?? 0;
    this.values[to] = this.values[from] ?? -1;
    this.keyLevels[to] = this.keyLevels[from] ?? 0;
  }
}
