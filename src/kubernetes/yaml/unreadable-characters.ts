/** What go-yaml refuses wherever it stands: https://yaml.org/spec/1.1/#c-printable */
const unreadable = /[^\t\n\r\x20-\x7e\x85\xa0-\ufffd]/g;

/** Finds control characters, asked for parts of a text from front to back. */
export class UnreadableCharacters {
  readonly #text: string;
  /** Where the first one is, of those that were not asked for yet; most texts are never searched. */
  #next = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of the first one in a part of the text; undefined when there is none. */
  within(start: number, end: number): number | undefined {
    if (this.#next < start) this.#next = this.#find(start);
    return this.#next < end ? this.#next : undefined;
  }

  #find(from: number): number {
    unreadable.lastIndex = from;
    return unreadable.exec(this.#text)?.index ?? Number.POSITIVE_INFINITY;
  }
}
