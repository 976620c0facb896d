import type { JsonValue } from '../value.ts';
import { type EventList, event } from './event-list.ts';

interface Anchor {
  /** Index of the event that it names. */
  readonly event: number;
  /** Undefined while what it names is being read. */
  readonly value: JsonValue | undefined;
  /** How many nodes it stands for. */
  readonly nodes: number;
}

/** The anchors of a document. A name that is given again names the new node from there on. */
export class Anchors {
  #named: Map<string, Anchor> | undefined;

  open(name: string, at: number): void {
    this.#named ??= new Map();
    this.#named.set(name, { event: at, value: undefined, nodes: 0 });
  }

  close(name: string, at: number, value: JsonValue, nodes: number): void {
    this.#named ??= new Map();
    // The name may have been given to something inside, and stays with that.
    const open = this.#named.get(name);
    if (!open || open.event <= at) this.#named.set(name, { event: at, value, nodes });
  }

  get(name: string): Anchor | undefined {
    return this.#named?.get(name);
  }

  /** Index of the event that stands at an index, or that the alias there names. */
  targetOf(text: string, events: EventList, at: number): number {
    if (events.kinds[at] !== event.alias) return at;
    const name = text.slice((events.starts[at] ?? 0) + 1, events.ends[at]);
    return this.get(name)?.event ?? at;
  }
}
