import type { Part, Parts } from './part.ts';

/** What is known of one entry. */
export interface RenderedEntry {
  readonly parts: readonly Part[];
  /** Why some of it may not be there: sentences without a final point, each once. */
  readonly missing: readonly string[];
}

interface OpenEntry {
  readonly parts: Part[];
  readonly missing: Set<string>;
}

/** Gathers the parts of all entries, in any order; equal texts are kept once. */
export class RenderedSide {
  readonly #entries = new Map<string, OpenEntry>();
  readonly #texts = new Map<string, string>();

  /** @param names of the entries that have these parts alike */
  add(names: readonly string[], { parts, missing }: Parts): void {
    const kept = parts.map((part) => ({ ...part, text: this.#keep(part.text) }));
    for (const name of names) {
      const entry = this.#open(name);
      entry.parts.push(...kept);
      for (const reason of missing) entry.missing.add(reason);
    }
  }

  /** Notes that something of an entry is not there. */
  lacks(name: string, reason: string): void {
    this.#open(name).missing.add(reason);
  }

  /** By the entries' names in code unit order. */
  entries(): ReadonlyMap<string, RenderedEntry> {
    // Without a function it sorts by code units.
    const names = [...this.#entries.keys()].sort();
    return new Map(
      names.map((name) => {
        const { parts, missing } = this.#open(name);
        return [name, { parts, missing: [...missing].sort() }];
      }),
    );
  }

  #open(name: string): OpenEntry {
    const known = this.#entries.get(name);
    if (known) return known;
    const opened: OpenEntry = { parts: [], missing: new Set() };
    this.#entries.set(name, opened);
    return opened;
  }

  #keep(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}
