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

/** The same in a part of the room, in bytes; what is left of the part goes back to the room. */
export function writeShare<T>(
  items: readonly T[],
  write: (item: T) => string,
  { share, room, gap }: { readonly share: number; readonly room: number; readonly gap: number },
): Fitted {
  const most = Math.min(share, room);
  const fitted = writeWhatFits(items, write, most, gap);
  return { ...fitted, room: room - most + fitted.room };
}

/** What was written in two steps. */
export function joinFitted(first: Fitted, rest: Fitted): Fitted {
  return {
    texts: [...first.texts, ...rest.texts],
    leftOut: first.leftOut + rest.leftOut,
    room: rest.room,
  };
}

/** Length in bytes of UTF-8. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
