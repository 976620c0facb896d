/** What came of writing items into a limited room. */
export interface Fitted {
  readonly texts: readonly string[];
  /** Items that found no room. */
  readonly leftOut: number;
  /** Bytes that are still free. */
  readonly room: number;
}

/**
 * Writes items from the first on, each as a whole, until one does not fit.
 *
 * @param room bytes of UTF-8
 * @param gap bytes between one text and the next
 */
export function writeWhatFits<T>(
  items: readonly T[],
  write: (item: T) => string,
  room: number,
  gap: number,
): Fitted {
  const texts: string[] = [];
  let left = room;
  for (const item of items) {
    const text = write(item);
    const needed = bytesOf(text) + gap;
    if (needed > left) break;
    texts.push(text);
    left -= needed;
  }
  return { texts, leftOut: items.length - texts.length, room: left };
}

/** Length in bytes of UTF-8. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
