import { type FieldPath, stepsOf } from '../field-path.ts';
import { event, style } from './event-list.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { WrittenDocument } from './written-document.ts';

/** UTF-16 offsets in the whole text, the second one behind the last character; both on one line. */
export interface FieldPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the fields of a document are written, also those that come from an alias or a merge key. The document is read
 * again when the first place is asked for, and only then: make one object for all problems of a document.
 *
 * - A key, and a value on one line: all of it, with quotes and brackets.
 * - A value of several lines in quotes or brackets: its first line. A block scalar: its `|` or `>`.
 * - A value that is a block mapping or list, or is not written (`key:`): its key; of an item of a list, and of the
 *   whole document, the first key or item in it.
 * - A field that is missing: the nearest one above it that is written, by its key.
 */
export class FieldPlaces {
  readonly #text: string;
  readonly #document: ManifestDocument;
  #written: WrittenDocument | undefined;

  constructor(text: string, document: ManifestDocument) {
    this.#text = text;
    this.#document = document;
  }

  of(path: FieldPath | undefined, at: 'key' | 'value'): FieldPlace {
    const written = this.#read();
    if (written.events.length === 0) return this.#firstLine(this.#document.start, this.#document.end);
    let value = 0;
    let key: number | undefined;
    for (const step of stepsOf(path)) {
      const next = written.child(value, step);
      if (!next) return this.#placeOf(key ?? value, undefined);
      ({ key, value } = next);
    }
    return at === 'key' && key !== undefined ? this.#placeOf(key, undefined) : this.#placeOf(value, key);
  }

  /** @param key of the value, to stand in for it */
  #placeOf(at: number, key: number | undefined): FieldPlace {
    const { events } = this.#read();
    const start = events.starts[at] ?? 0;
    const kind = events.kinds[at];
    if (kind === event.alias) return { start, end: events.ends[at] ?? start };
    if (kind === event.scalar) {
      const isImplied = events.styles[at] === style.implied;
      if (isImplied && key !== undefined) return this.#placeOf(key, undefined);
      const isBlock = events.styles[at] === style.literal || events.styles[at] === style.folded;
      return this.#firstLine(start, isBlock ? this.#behindWord(start) : (events.ends[at] ?? start));
    }
    if (this.#text[start] === (kind === event.mapping ? '{' : '[')) {
      return this.#firstLine(start, this.#read().endOf(at));
    }
    if (key !== undefined) return this.#placeOf(key, undefined);
    return events.kinds[at + 1] === event.end ? { start, end: start } : this.#placeOf(at + 1, undefined);
  }

  #read(): WrittenDocument {
    this.#written ??= new WrittenDocument(this.#text, this.#document);
    return this.#written;
  }

  #firstLine(start: number, end: number): FieldPlace {
    const found = /[\r\n]/.exec(this.#text.slice(start, end));
    return { start, end: found ? start + found.index : end };
  }

  #behindWord(start: number): number {
    let end = start;
    while (/\S/.test(this.#text[end] ?? ' ')) end += 1;
    return end;
  }
}
