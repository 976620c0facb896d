import { EventList, event } from './event-list.ts';
import { KeyCache } from './key-cache.ts';
import { withLineEnd } from './line-end.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { parseEvents } from './parse-events.ts';
import { parseJson } from './parse-json.ts';
import { Scalars } from './scalars.ts';
import { ScanState } from './scan-state.ts';
import { SyntaxStop } from './syntax-stop.ts';

/** A value of a document and the key that it stands behind, as indices of events. */
export interface WrittenChild {
  /** Undefined for an item of a list. */
  readonly key: number | undefined;
  readonly value: number;
}

/** The events of one document, with what it takes to walk in them. */
export class WrittenDocument {
  readonly events = new EventList();
  readonly #text: string;
  readonly #scalars: Scalars;
  /** Index behind the node that starts at an index. */
  readonly #behind: number[] = [];
  /** Index of what the alias at an index stands for. */
  readonly #targets = new Map<number, number>();

  /** @param text the whole text that the document is part of */
  constructor(text: string, document: ManifestDocument) {
    this.#text = withLineEnd(text);
    const isJson = this.#readEvents(document);
    this.#scalars = new Scalars(this.#text, this.events, new KeyCache(), isJson);
    this.#link();
  }

  /** A field of the mapping or list at an index, or of what the alias there names. */
  child(at: number, step: string | number): WrittenChild | undefined {
    const node = this.#targets.get(at) ?? at;
    const kind = this.events.kinds[node];
    if (kind === event.sequence && typeof step === 'number') return this.#item(node, step);
    if (kind !== event.mapping) return undefined;
    return this.#pair(node, String(step), new Set());
  }

  /** Offset behind the node that starts at an index. */
  endOf(at: number): number {
    return this.events.ends[(this.#behind[at] ?? at + 1) - 1] ?? 0;
  }

  #item(list: number, index: number): WrittenChild | undefined {
    let at = list + 1;
    for (let left = index; left > 0 && this.events.kinds[at] !== event.end; left -= 1) at = this.#next(at);
    return this.events.kinds[at] === event.end ? undefined : { key: undefined, value: at };
  }

  /** @param seen mappings that were searched: merge keys can lead to one in many ways */
  #pair(mapping: number, name: string, seen: Set<number>): WrittenChild | undefined {
    if (seen.has(mapping)) return undefined;
    seen.add(mapping);
    const merged: number[] = [];
    let found: WrittenChild | undefined;
    for (let at = mapping + 1; this.events.kinds[at] !== event.end; ) {
      const value = this.#next(at);
      if (this.#scalars.isMerge(at)) merged.push(value);
      else if (this.#name(at) === name) found = { key: at, value };
      at = this.#next(value);
    }
    return found ?? this.#mergedPair(merged, name, seen);
  }

  #mergedPair(merged: readonly number[], name: string, seen: Set<number>): WrittenChild | undefined {
    for (const at of merged) {
      for (const source of this.#mergeSources(at)) {
        const found = this.#pair(this.#targets.get(source) ?? source, name, seen);
        if (found) return found;
      }
    }
    return undefined;
  }

  #mergeSources(at: number): number[] {
    if (this.events.kinds[at] !== event.sequence) return [at];
    const sources: number[] = [];
    for (let item = at + 1; this.events.kinds[item] !== event.end; item = this.#next(item))
      sources.push(item);
    return sources;
  }

  #name(at: number): string {
    const target = this.#targets.get(at) ?? at;
    return this.#scalars.nameOf(this.#scalars.key(target), at, target);
  }

  #next(at: number): number {
    return this.#behind[at] ?? this.events.length;
  }

  /** What is no document any more has no events. */
  #readEvents(document: ManifestDocument): boolean {
    const { start, end } = document;
    try {
      if (parseJson(this.#text, start, this.events) === end) return true;
    } catch (error) {
      if (!(error instanceof SyntaxStop)) throw error;
    }
    this.events.clear();
    try {
      const scan = new ScanState();
      scan.reset(this.#text, start, this.#text[end - 1] === '\n' ? end : this.#text.length);
      parseEvents(scan, this.events);
    } catch (error) {
      if (!(error instanceof SyntaxStop)) throw error;
      this.events.clear();
    }
    return false;
  }

  #link(): void {
    const { kinds, owners, starts, ends, properties, length } = this.events;
    const anchors = new Map<string, number>();
    const open: number[] = [];
    for (let at = 0; at < length; at += 1) {
      const anchor = properties[owners[at] ?? -1]?.anchor;
      if (anchor !== undefined) anchors.set(anchor, at);
      this.#behind[at] = at + 1;
      const kind = kinds[at];
      if (kind === event.mapping || kind === event.sequence) open.push(at);
      else if (kind === event.end) this.#behind[open.pop() ?? at] = at + 1;
      if (kind === event.alias) {
        const target = anchors.get(this.#text.slice((starts[at] ?? 0) + 1, ends[at]));
        if (target !== undefined) this.#targets.set(at, target);
      }
    }
  }
}
