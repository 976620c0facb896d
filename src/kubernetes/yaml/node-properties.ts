import type { EventList } from './event-list.ts';
import type { ScanState } from './scan-state.ts';
import { fillQueue } from './scan-token.ts';
import { token } from './token-queue.ts';

/** Reads what stands in front of a node, and the directives of the document that explain it. */
export class NodeReader {
  readonly #scan: ScanState;
  readonly #events: EventList;
  #prefixes: Map<string, string> | undefined;

  constructor(scan: ScanState, events: EventList) {
    this.#scan = scan;
    this.#events = events;
  }

  readDirectives(): void {
    const { tokens } = this.#scan;
    let version = false;
    while (this.#peek() === token.directive) {
      const at = tokens.starts[tokens.head] ?? 0;
      const [first = '', prefix] = this.#scan.directives[tokens.values[tokens.head] ?? 0] ?? [];
      if (prefix === undefined) {
        if (version || first !== '1.1') {
          this.#scan.fail('only "%YAML 1.1" is read, and only once in a document', at, true);
        }
        version = true;
      } else {
        this.#addPrefix(first, prefix, at);
      }
      tokens.take();
    }
  }

  /** Takes an anchor and a tag in either order; the index of what they say in the events, -1 for nothing. */
  read(): number {
    const { tokens } = this.#scan;
    const kind = tokens.kinds[tokens.head];
    if (kind !== token.anchor && kind !== token.tag) return -1;
    const start = tokens.starts[tokens.head] ?? 0;
    const anchorFirst = kind === token.anchor;
    const first = anchorFirst ? this.#takeAnchor() : this.#takeTag();
    const second = anchorFirst ? this.#takeTag() : this.#takeAnchor();
    const [anchor, tag] = anchorFirst ? [first, second] : [second, first];
    return this.#events.properties.push({ start, anchor, tag }) - 1;
  }

  #addPrefix(handle: string, prefix: string, at: number): void {
    this.#prefixes ??= new Map();
    if (this.#prefixes.has(handle)) this.#scan.fail(`%TAG gives ${handle} a meaning twice`, at, true);
    this.#prefixes.set(handle, prefix);
  }

  #takeAnchor(): string | undefined {
    if (this.#peek() !== token.anchor) return undefined;
    const { tokens, text } = this.#scan;
    const name = text.slice((tokens.starts[tokens.head] ?? 0) + 1, tokens.ends[tokens.head]);
    tokens.take();
    this.#peek();
    return name;
  }

  #takeTag(): string | undefined {
    if (this.#peek() !== token.tag) return undefined;
    const { tokens, tags } = this.#scan;
    const written = tags[tokens.values[tokens.head] ?? 0];
    const at = tokens.starts[tokens.head] ?? 0;
    tokens.take();
    this.#peek();
    if (!written) return undefined;
    if (written.handle === '') return written.suffix;
    const prefix = this.#prefixes?.get(written.handle) ?? defaultPrefixes.get(written.handle);
    if (prefix === undefined) this.#scan.fail(`no %TAG says what ${written.handle} means`, at, true);
    return prefix + written.suffix;
  }

  #peek(): number {
    fillQueue(this.#scan);
    const { tokens } = this.#scan;
    return tokens.kinds[tokens.head] ?? 0;
  }
}

const defaultPrefixes: ReadonlyMap<string, string> = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);
