import type { JsonValue } from '../value.ts';
import { Anchors } from './anchors.ts';
import { type EventList, event } from './event-list.ts';
import type { KeyCache } from './key-cache.ts';
import { isAliasBomb } from './limits.ts';
import { MappingBuilder } from './mapping-builder.ts';
import { Scalars } from './scalars.ts';
import { SyntaxStop } from './syntax-stop.ts';

/** The events of a document and what they are read with. */
export interface ReadEvents {
  readonly text: string;
  readonly events: EventList;
  readonly keys: KeyCache;
  readonly isJson: boolean;
  /** Told of keys that a mapping has already; indices are of events. */
  readonly isDuplicate: (mapping: number, key: number, name: string) => void;
}

/**
 * Makes the value of a document from its events, as go-yaml v2 and sigs.k8s.io/yaml make it. Of equal keys the last
 * one counts, as for `kubectl`, which does not look for them.
 *
 * @returns undefined when there are no events
 * @throws SyntaxStop at what has no JSON value
 */
export function construct(read: ReadEvents): JsonValue | undefined {
  return read.events.length === 0 ? undefined : new Constructor(read).node();
}

class Constructor {
  readonly #read: ReadEvents;
  readonly #events: EventList;
  readonly #scalars: Scalars;
  readonly #anchors = new Anchors();
  #at = 0;
  /** As go-yaml counts: an alias as itself and as all that it stands for. */
  #nodes = 1;
  #fromAliases = 0;

  constructor(read: ReadEvents) {
    this.#read = read;
    this.#events = read.events;
    this.#scalars = new Scalars(read.text, read.events, read.keys, read.isJson);
  }

  node(): JsonValue {
    const at = this.#at;
    const owner = this.#events.owners[at] ?? -1;
    const anchor = owner < 0 ? undefined : this.#events.properties[owner]?.anchor;
    if (anchor === undefined) return this.#plainNode(at);
    const before = this.#nodes;
    this.#anchors.open(anchor, at);
    const value = this.#plainNode(at);
    this.#anchors.close(anchor, at, value, this.#nodes - before);
    return value;
  }

  #plainNode(at: number): JsonValue {
    this.#nodes += 1;
    this.#at = at + 1;
    switch (this.#events.kinds[at]) {
      case event.mapping:
        return this.#mapping(at);
      case event.sequence:
        return this.#sequence();
      case event.alias:
        return this.#alias(at);
      default:
        return this.#scalars.value(at);
    }
  }

  #sequence(): JsonValue {
    const items: JsonValue[] = [];
    while (this.#events.kinds[this.#at] !== event.end) items.push(this.node());
    this.#at += 1;
    return items;
  }

  #mapping(start: number): JsonValue {
    const mapping = new MappingBuilder();
    const { kinds } = this.#events;
    while (kinds[this.#at] !== event.end) {
      const at = this.#at;
      if (this.#scalars.isMerge(at)) {
        this.#at += 1;
        this.#merge(mapping, start, at);
      } else {
        const key = this.#key(at);
        if (!mapping.set(key, this.node())) this.#read.isDuplicate(start, at, key);
      }
    }
    this.#at += 1;
    return mapping.object;
  }

  #key(at: number): string {
    if (this.#events.kinds[at] !== event.scalar) {
      const target = this.#anchors.targetOf(this.#read.text, this.#events, at);
      return this.#scalars.nameOf(this.node(), at, target);
    }
    this.#nodes += 1;
    this.#at = at + 1;
    const key = this.#scalars.key(at);
    const owner = this.#events.owners[at] ?? -1;
    const anchor = owner < 0 ? undefined : this.#events.properties[owner]?.anchor;
    if (anchor !== undefined) this.#anchors.close(anchor, at, key, 1);
    return this.#scalars.nameOf(key, at, at);
  }

  /** Adds the keys of one mapping, or of a list of them, the first of which comes last and so counts. */
  #merge(mapping: MappingBuilder, start: number, key: number): void {
    const sources: JsonValue[] = [];
    if (this.#events.kinds[this.#at] === event.sequence) {
      this.#at += 1;
      while (this.#events.kinds[this.#at] !== event.end) sources.push(this.#mergeSource());
      this.#at += 1;
    } else {
      sources.push(this.#mergeSource());
    }
    for (const source of sources.reverse()) {
      mapping.merge(source, (name) => this.#read.isDuplicate(start, key, name));
    }
  }

  #mergeSource(): JsonValue {
    const at = this.#at;
    const target = this.#anchors.targetOf(this.#read.text, this.#events, at);
    if (this.#events.kinds[target] !== event.mapping) {
      this.#fail('"<<" takes a mapping or a list of mappings', at);
    }
    return this.node();
  }

  #alias(at: number): JsonValue {
    const name = this.#read.text.slice((this.#events.starts[at] ?? 0) + 1, this.#events.ends[at]);
    const anchor = this.#anchors.get(name);
    if (!anchor) this.#fail(`no anchor &${name} stands above this alias`, at);
    if (anchor.value === undefined) this.#fail(`the value of &${name} contains itself`, at);
    this.#nodes += anchor.nodes;
    this.#fromAliases += anchor.nodes;
    if (isAliasBomb(this.#nodes, this.#fromAliases)) {
      this.#fail('aliases make this document too large to be read', at);
    }
    return anchor.value;
  }

  #fail(message: string, at: number): never {
    throw new SyntaxStop(message, this.#events.starts[at] ?? 0, true);
  }
}
