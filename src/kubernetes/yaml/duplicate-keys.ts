import type { LineMap } from '../../yaml/line-map.ts';
import { type EventList, event } from './event-list.ts';
import { mostDuplicateKeys } from './limits.ts';
import type { ReadProblem } from './manifest-document.ts';

/** Makes problems of the keys that a document's mappings have twice. */
export class DuplicateKeys {
  readonly problems: ReadProblem[] = [];
  readonly #text: string;
  readonly #lines: LineMap;
  readonly #events: EventList;

  constructor(text: string, lines: LineMap, events: EventList) {
    this.#text = text;
    this.#lines = lines;
    this.#events = events;
  }

  /** Indices are of events: the mapping, and the second key or the merge key that brings it. */
  add(mapping: number, at: number, name: string): void {
    if (this.problems.length >= mostDuplicateKeys) return;
    const start = this.#events.starts[at] ?? 0;
    const end = this.#events.ends[at] ?? start;
    const isMerged = name !== '<<' && this.#events.scalarText(this.#text, at) === '<<';
    const message = isMerged
      ? `the merge key "<<" brings "${name}", which this mapping has already: Kubernetes' strict reader refuses that`
      : `the key "${name}" is there twice: ${this.#firstKey(mapping, at)}`;
    this.problems.push({ check: 'schema/duplicate-key', message, start, end });
  }

  #firstKey(mapping: number, at: number): string {
    const written = this.#events.scalarText(this.#text, at);
    const first = this.#keysOf(mapping, at).find(
      (key) => this.#events.scalarText(this.#text, key) === written,
    );
    if (first === undefined) return 'it is written in another way above, or merged in';
    return `first in line ${this.#lines.lineAt(this.#events.starts[first] ?? 0)}`;
  }

  /** Events that are keys of a mapping, as far as `end`. */
  #keysOf(mapping: number, end: number): number[] {
    const keys: number[] = [];
    let at = mapping + 1;
    while (at < end && this.#events.kinds[at] !== event.end) {
      keys.push(at);
      at = this.#events.behind(this.#events.behind(at));
    }
    return keys;
  }
}
