import { type EventList, event, style } from './event-list.ts';
import { deepestNesting } from './limits.ts';
import { NodeReader } from './node-properties.ts';
import type { ScanState } from './scan-state.ts';
import { fillQueue } from './scan-token.ts';
import { token } from './token-queue.ts';

/**
 * Reads the first document of what `scan` is set to into `events`, by the grammar that go-yaml v2 follows: YAML 1.1
 * as libyaml reads it. https://github.com/yaml/go-yaml/blob/v2.4.2/parserc.go
 *
 * @returns the offset where text starts that is not part of the document; -1 when there is none
 * @throws SyntaxStop
 */
export function parseEvents(scan: ScanState, events: EventList): number {
  return new EventParser(scan, events).document();
}

class EventParser {
  readonly #scan: ScanState;
  readonly #events: EventList;
  readonly #properties: NodeReader;
  #depth = 0;

  constructor(scan: ScanState, events: EventList) {
    this.#scan = scan;
    this.#events = events;
    this.#properties = new NodeReader(scan, events);
  }

  document(): number {
    const first = this.#peek();
    if (first === token.streamEnd) return -1;
    if (first === token.directive || first === token.documentStart) {
      this.#properties.readDirectives();
      if (this.#peek() !== token.documentStart) {
        this.#fail('"---" is expected behind directives', this.#start());
      }
      this.#take();
      if (endsDocument(this.#peek())) this.#addImplied(-1);
      else this.#node(true, false);
    } else {
      this.#node(true, false);
    }
    const next = this.#peek();
    if (next === token.documentEnd) return this.#scan.tokens.ends[this.#scan.tokens.head] ?? -1;
    return next === token.streamEnd ? -1 : this.#start();
  }

  #node(block: boolean, indentless: boolean): void {
    const { tokens } = this.#scan;
    if (this.#peek() === token.alias) {
      this.#events.add(event.alias, this.#start(), tokens.ends[tokens.head] ?? 0, -1);
      this.#take();
      return;
    }
    const nodeStart = this.#start();
    const properties = this.#properties.read();
    const kind = this.#peek();
    if (kind === token.scalar) {
      this.#scalar(properties);
    } else if (!this.#collection(kind, block, indentless, properties)) {
      if (properties < 0) this.#fail('a value is expected here', nodeStart);
      this.#addImplied(properties);
    }
  }

  /** False when none starts here. */
  #collection(kind: number, block: boolean, indentless: boolean, properties: number): boolean {
    if (indentless && kind === token.blockEntry) this.#indentlessSequence(properties);
    else if (kind === token.flowSequenceStart) this.#flowSequence(properties);
    else if (kind === token.flowMappingStart) this.#flowMapping(properties);
    else if (block && kind === token.blockSequenceStart) this.#blockSequence(properties);
    else if (block && kind === token.blockMappingStart) this.#blockMapping(properties);
    else return false;
    return true;
  }

  #scalar(properties: number): void {
    const { tokens, strings } = this.#scan;
    const at = tokens.head;
    const value = tokens.values[at] ?? -1;
    const kept = value < 0 ? -1 : this.#events.strings.push(strings[value] ?? '') - 1;
    this.#events.addScalar(this.#start(), tokens.ends[at] ?? 0, tokens.styles[at] ?? 0, kept, properties);
    this.#take();
  }

  #addImplied(properties: number): void {
    const at = this.#start();
    this.#events.strings.push('');
    this.#events.addScalar(at, at, style.implied, this.#events.strings.length - 1, properties);
  }

  #blockSequence(properties: number): void {
    this.#open(event.sequence, properties);
    this.#take();
    while (this.#peek() === token.blockEntry) {
      this.#take();
      const next = this.#peek();
      if (next === token.blockEntry || next === token.blockEnd) this.#addImplied(-1);
      else this.#node(true, false);
    }
    if (this.#peek() !== token.blockEnd) {
      this.#fail('another item of the list is expected here, or less indentation', this.#start());
    }
    this.#close();
    this.#take();
  }

  /** The items of a list may stand below the key without more indentation. */
  #indentlessSequence(properties: number): void {
    this.#open(event.sequence, properties);
    while (this.#peek() === token.blockEntry) {
      this.#take();
      const next = this.#peek();
      if (next === token.blockEntry || endsBlockValue(next)) this.#addImplied(-1);
      else this.#node(true, false);
    }
    this.#close();
  }

  #blockMapping(properties: number): void {
    this.#open(event.mapping, properties);
    this.#take();
    while (this.#peek() === token.key) {
      this.#take();
      this.#blockValue();
      if (this.#peek() === token.value) {
        this.#take();
        this.#blockValue();
      } else {
        this.#addImplied(-1);
      }
    }
    if (this.#peek() !== token.blockEnd) {
      this.#fail('another key is expected here, at the column of those above it', this.#start());
    }
    this.#close();
    this.#take();
  }

  #blockValue(): void {
    if (endsBlockValue(this.#peek())) this.#addImplied(-1);
    else this.#node(true, true);
  }

  #flowSequence(properties: number): void {
    const opened = this.#start();
    this.#open(event.sequence, properties);
    this.#take();
    for (let first = true; this.#peek() !== token.flowSequenceEnd; first = false) {
      if (!first) this.#takeComma(opened, ']');
      const kind = this.#peek();
      if (kind === token.flowSequenceEnd) break;
      if (kind === token.key) this.#singlePair();
      else this.#node(false, false);
    }
    this.#close();
    this.#take();
  }

  /** `[a: b]` is a list of one mapping. */
  #singlePair(): void {
    this.#open(event.mapping, -1);
    this.#take();
    const kind = this.#peek();
    if (kind === token.value || kind === token.flowEntry || kind === token.flowSequenceEnd) {
      // What stands here is taken with the key that is missing: https://github.com/yaml/go-yaml/blob/v2.4.2/parserc.go
      this.#addImplied(-1);
      this.#take();
    } else {
      this.#node(false, false);
    }
    if (this.#peek() === token.value) {
      this.#take();
      const next = this.#peek();
      if (next === token.flowEntry || next === token.flowSequenceEnd) this.#addImplied(-1);
      else this.#node(false, false);
    } else {
      this.#addImplied(-1);
    }
    this.#close();
  }

  #flowMapping(properties: number): void {
    const opened = this.#start();
    this.#open(event.mapping, properties);
    this.#take();
    for (let first = true; this.#peek() !== token.flowMappingEnd; first = false) {
      if (!first) this.#takeComma(opened, '}');
      const kind = this.#peek();
      if (kind === token.flowMappingEnd) break;
      this.#flowPair(kind);
    }
    this.#close();
    this.#take();
  }

  #flowPair(kind: number): void {
    if (kind !== token.key) {
      this.#node(false, false);
      this.#addImplied(-1);
      return;
    }
    this.#take();
    this.#flowNode();
    if (this.#peek() === token.value) {
      this.#take();
      if (endsFlowValue(this.#peek())) this.#addImplied(-1);
      else this.#node(false, false);
    } else {
      this.#addImplied(-1);
    }
  }

  #flowNode(): void {
    const kind = this.#peek();
    if (kind === token.value || endsFlowValue(kind)) this.#addImplied(-1);
    else this.#node(false, false);
  }

  #takeComma(opened: number, closing: string): void {
    const kind = this.#peek();
    if (kind === token.flowEntry) {
      this.#take();
      return;
    }
    const bracket = closing === ']' ? '[' : '{';
    if (endsDocument(kind)) this.#scan.fail(`the ${bracket} that opens here is not closed`, opened, true);
    this.#fail(`"," or "${closing}" is expected here`, this.#start());
  }

  #open(kind: number, properties: number): void {
    this.#depth += 1;
    if (this.#depth > deepestNesting) {
      this.#scan.fail(
        `nesting is deeper than ${deepestNesting} levels, and is not read`,
        this.#start(),
        true,
      );
    }
    this.#events.add(kind, this.#start(), this.#start(), properties);
  }

  #close(): void {
    const { tokens } = this.#scan;
    this.#depth -= 1;
    this.#events.add(event.end, this.#start(), tokens.ends[tokens.head] ?? 0, -1);
  }

  #peek(): number {
    const { tokens } = this.#scan;
    if (tokens.head === tokens.tail || tokens.keyLevels[tokens.head] !== 0) fillQueue(this.#scan);
    return tokens.kinds[tokens.head] ?? 0;
  }

  #start(): number {
    const { tokens } = this.#scan;
    return tokens.starts[tokens.head] ?? 0;
  }

  #take(): void {
    this.#scan.tokens.take();
  }

  #fail(message: string, at: number): never {
    return this.#scan.fail(message, at);
  }
}

function endsDocument(kind: number): boolean {
  return kind <= token.documentEnd;
}

function endsBlockValue(kind: number): boolean {
  return kind === token.key || kind === token.value || kind === token.blockEnd;
}

function endsFlowValue(kind: number): boolean {
  return kind === token.flowEntry || kind === token.flowMappingEnd;
}
