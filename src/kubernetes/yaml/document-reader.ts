import { LineMap } from '../../yaml/line-map.ts';
import { syntaxPlace } from '../../yaml/syntax-place.ts';
import { construct } from './construct.ts';
import { DuplicateKeys } from './duplicate-keys.ts';
import { EventList } from './event-list.ts';
import { readFast } from './fast-document.ts';
import { KeyCache } from './key-cache.ts';
import { withLineEnd } from './line-end.ts';
import { lostText } from './lost-text.ts';
import type { ManifestDocument, ReadProblem } from './manifest-document.ts';
import { parseEvents } from './parse-events.ts';
import { parseJson } from './parse-json.ts';
import { ScanState } from './scan-state.ts';
import type { Chunk } from './split-stream.ts';
import { SyntaxStop } from './syntax-stop.ts';
import { UnreadableCharacters } from './unreadable-characters.ts';

// One for all texts: keys are the same in all of them.
const keys = new KeyCache();

const noProblems: readonly ReadProblem[] = [];

/** Reads the documents of one text, each by itself; what they need is made once. */
export class DocumentReader {
  readonly #text: string;
  /** With a line feed at the end, which the scanner relies on. */
  readonly #lined: string;
  readonly #lines: LineMap;
  readonly #unreadable: UnreadableCharacters;
  readonly #scan = new ScanState();
  readonly #events = new EventList();
  readonly #keys = keys;

  constructor(text: string) {
    this.#text = text;
    this.#lined = withLineEnd(text);
    this.#lines = new LineMap(text);
    this.#unreadable = new UnreadableCharacters(text);
  }

  readYaml(chunk: Chunk): ManifestDocument {
    const { start, end } = chunk;
    try {
      const bad = chunk.badSeparator;
      if (bad !== undefined)
        throw new SyntaxStop('nothing but a comment may follow "---" on its line', bad, true);
      const linedEnd = end === this.#text.length ? this.#lined.length : end;
      const value = readFast(this.#lined, start, linedEnd);
      if (value !== undefined) return { start, end, value, problems: noProblems };
      const control = this.#unreadable.within(start, end);
      if (control !== undefined)
        throw new SyntaxStop('YAML cannot hold this control character', control, true);
      this.#events.clear();
      this.#scan.reset(this.#lined, start, linedEnd);
      const behind = parseEvents(this.#scan, this.#events);
      const lost = behind < 0 ? undefined : lostText(this.#text, behind, end);
      return this.#document(start, end, lost);
    } catch (error) {
      return this.#broken(error, start, end);
    }
  }

  /** Reads the JSON value at an offset; says `end` where none is left, and where there is no JSON. */
  readJson(start: number): ManifestDocument | 'end' | SyntaxStop {
    this.#events.clear();
    let end: number;
    try {
      end = parseJson(this.#text, start, this.#events);
      if (end < 0) return 'end';
    } catch (error) {
      if (error instanceof SyntaxStop) return error;
      throw error;
    }
    try {
      return this.#document(start, end, undefined, true);
    } catch (error) {
      return this.#broken(error, start, end);
    }
  }

  /** The rest of a stream of JSON that has a mistake. */
  brokenJson(stop: SyntaxStop, start: number): ManifestDocument {
    return this.#broken(stop, start, this.#text.length);
  }

  #document(start: number, end: number, lost: ReadProblem | undefined, isJson = false): ManifestDocument {
    let duplicates: DuplicateKeys | undefined;
    const value = construct({
      text: this.#lined,
      events: this.#events,
      keys: this.#keys,
      isJson,
      isDuplicate: (mapping, key, name) => {
        duplicates ??= new DuplicateKeys(this.#lined, this.#lines, this.#events);
        duplicates.add(mapping, key, name);
      },
    });
    const problems = lost ? [...(duplicates?.problems ?? []), lost] : (duplicates?.problems ?? noProblems);
    return { start, end, value: value === null ? undefined : value, problems };
  }

  #broken(error: unknown, start: number, end: number): ManifestDocument {
    if (!(error instanceof SyntaxStop)) throw error;
    const stopped = Math.min(error.at, Math.max(end - 1, start));
    const at = error.exact ? stopped : start + syntaxPlace(this.#text.slice(start, end), stopped - start);
    const problem = {
      check: 'schema/yaml-syntax',
      message: error.message,
      start: at,
      end: this.#wordEnd(at),
    } as const;
    return { start, end, value: undefined, problems: [problem] };
  }

  /** Behind the character at an offset, or the word that it starts. */
  #wordEnd(at: number): number {
    word.lastIndex = at;
    return Math.min(at + (word.exec(this.#text)?.[0].length ?? 0), this.#text.length);
  }
}

const word = /[\w./-]+|[^\r\n]?/uy;
