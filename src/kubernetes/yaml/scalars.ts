import type { JsonValue } from '../value.ts';
import { type EventList, event, style } from './event-list.ts';
import type { KeyCache } from './key-cache.ts';
import { keyText } from './key-text.ts';
import { resolveJson } from './resolve-json.ts';
import { resolveInteger } from './resolve-number.ts';
import { isNumberStart, resolvePlain, resolveWord } from './resolve-plain.ts';
import { resolveTagged, shortTag } from './resolve-tag.ts';
import { SyntaxStop } from './syntax-stop.ts';

/** Reads the scalars of a document; they are named by the index of their event. */
export class Scalars {
  readonly #text: string;
  readonly #events: EventList;
  readonly #keys: KeyCache;
  readonly #isJson: boolean;

  constructor(text: string, events: EventList, keys: KeyCache, isJson: boolean) {
    this.#text = text;
    this.#events = events;
    this.#keys = keys;
    this.#isJson = isJson;
  }

  /** @throws SyntaxStop at what JSON has no word for */
  value(at: number): JsonValue {
    const value = this.#resolve(at);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.#fail('infinity and "not a number" cannot be sent to an API server: JSON has no such numbers', at);
    }
    return value;
  }

  /** What a scalar is as a key; `.inf` is one. */
  key(at: number): JsonValue {
    const { styles, starts, ends, values, owners } = this.#events;
    if (styles[at] !== style.plain || values[at] !== -1 || owners[at] !== -1) return this.#resolve(at);
    const start = starts[at] ?? 0;
    const end = ends[at] ?? 0;
    if (isNumberStart(this.#text.charCodeAt(start))) return resolvePlain(this.#text, start, end);
    return resolveWord(this.#keys.get(this.#text, start, end));
  }

  /** A key as JSON has it. */
  nameOf(key: JsonValue, at: number, target: number): string {
    if (typeof key === 'string') return key;
    const written = this.#events.scalarText(this.#text, target).replaceAll('_', '');
    const name = keyText(key, resolveInteger(written) !== undefined);
    return name ?? this.#fail('a key must be a text, a number or true or false', at);
  }

  /** `<<` in plain style is a merge key: https://yaml.org/type/merge.html */
  isMerge(at: number): boolean {
    const { kinds, starts, ends, styles, owners } = this.#events;
    const start = starts[at] ?? 0;
    if (kinds[at] !== event.scalar || (ends[at] ?? 0) - start < 2) return false;
    const owner = owners[at] ?? -1;
    if (owner < 0) {
      if (styles[at] !== style.plain) return false;
      return this.#text.startsWith('<<', start) && this.#events.scalarText(this.#text, at) === '<<';
    }
    const tag = this.#events.properties[owner]?.tag;
    const mayMerge =
      tag === undefined ? styles[at] === style.plain : tag === '!' || tag === 'tag:yaml.org,2002:merge';
    return mayMerge && this.#events.scalarText(this.#text, at) === '<<';
  }

  #resolve(at: number): JsonValue {
    const { styles, starts, ends, values, owners } = this.#events;
    const owner = owners[at] ?? -1;
    const tag = owner < 0 ? undefined : this.#events.properties[owner]?.tag;
    if (tag !== undefined) return this.#tagged(tag, at);
    const scalarStyle = styles[at];
    if (scalarStyle === style.implied) return null;
    if (scalarStyle !== style.plain) return this.#events.scalarText(this.#text, at);
    if (this.#isJson) return this.#jsonWord(at);
    if (values[at] === -1) return resolvePlain(this.#text, starts[at] ?? 0, ends[at] ?? 0);
    const text = this.#events.scalarText(this.#text, at);
    return resolvePlain(text, 0, text.length);
  }

  #jsonWord(at: number): JsonValue {
    const value = resolveJson(this.#events.scalarText(this.#text, at));
    return value === undefined ? this.#fail('this number is too large', at) : value;
  }

  #tagged(tag: string, at: number): JsonValue {
    const value = resolveTagged(tag, this.#events.scalarText(this.#text, at));
    // Without the text, which may be a secret.
    return value === undefined
      ? this.#fail(`this is no ${shortTag(tag)}, which its tag says it is`, at)
      : value;
  }

  #fail(message: string, at: number): never {
    throw new SyntaxStop(message, this.#events.starts[at] ?? 0, true);
  }
}
