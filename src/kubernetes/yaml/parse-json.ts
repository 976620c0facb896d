import { code, hexDigit } from './characters.ts';
import { type EventList, event, style } from './event-list.ts';
import { deepestNesting } from './limits.ts';
import { SyntaxStop } from './syntax-stop.ts';

/**
 * Reads one JSON value into events, as Go's encoding/json does: https://www.rfc-editor.org/rfc/rfc8259
 *
 * @returns the offset behind the value; -1 when there is nothing but blanks
 * @throws SyntaxStop
 */
export function parseJson(text: string, start: number, events: EventList): number {
  const parser = new JsonParser(text, start, events);
  return parser.skipBlanks() ? parser.value() : -1;
}

const keywords = ['true', 'false', 'null'];
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

class JsonParser {
  readonly #text: string;
  readonly #events: EventList;
  #at: number;
  #depth = 0;

  constructor(text: string, start: number, events: EventList) {
    this.#text = text;
    this.#at = start;
    this.#events = events;
  }

  /** False at the end of the text. */
  skipBlanks(): boolean {
    let c = this.#text.charCodeAt(this.#at);
    while (c === code.space || c === code.lineFeed || c === code.carriageReturn || c === code.tab) {
      this.#at += 1;
      c = this.#text.charCodeAt(this.#at);
    }
    return this.#at < this.#text.length;
  }

  value(): number {
    this.skipBlanks();
    const c = this.#text.charCodeAt(this.#at);
    if (c === code.braceOpen) this.#object();
    else if (c === code.bracketOpen) this.#array();
    else if (c === code.doubleQuote) this.#string();
    else this.#word();
    return this.#at;
  }

  #object(): void {
    const opened = this.#open(event.mapping);
    this.skipBlanks();
    for (let more = !this.#closes(code.braceClose); more; ) {
      this.skipBlanks();
      if (this.#text.charCodeAt(this.#at) !== code.doubleQuote)
        this.#fail('a key in double quotes is expected here');
      this.#string();
      this.skipBlanks();
      if (!this.#takes(code.colon)) this.#fail('":" is expected behind the key');
      this.value();
      this.skipBlanks();
      more = !this.#closes(code.braceClose);
      if (more && !this.#takes(code.comma)) this.#failInside('{', '}', opened);
    }
  }

  #array(): void {
    const opened = this.#open(event.sequence);
    this.skipBlanks();
    for (let more = !this.#closes(code.bracketClose); more; ) {
      this.value();
      this.skipBlanks();
      more = !this.#closes(code.bracketClose);
      if (more && !this.#takes(code.comma)) this.#failInside('[', ']', opened);
    }
  }

  #word(): void {
    const start = this.#at;
    const keyword = keywords.find((word) => this.#text.startsWith(word, start));
    const length = keyword?.length ?? this.#numberLength();
    if (length === 0) this.#fail('a JSON value is expected here');
    this.#at += length;
    this.#events.addScalar(start, this.#at, style.plain, -1, -1);
  }

  /** 0 where there is no number. */
  #numberLength(): number {
    number.lastIndex = this.#at;
    const length = number.exec(this.#text)?.[0].length ?? 0;
    const next = this.#text[this.#at + length] ?? '';
    if (length > 0 && '.eE'.includes(next) && next !== '') this.#fail('digits are missing in this number');
    return length;
  }

  #string(): void {
    const start = this.#at;
    let at = start + 1;
    let escaped = false;
    for (let c = this.#text.charCodeAt(at); c !== code.doubleQuote; c = this.#text.charCodeAt(at)) {
      if (c === code.backslash) {
        escaped = true;
        at += this.#escapeLength(at);
      } else if (c >= code.space) {
        at += 1;
      } else {
        this.#at = at;
        if (at >= this.#text.length) this.#fail('the quote that opens here is not closed', start);
        this.#fail('a JSON string cannot hold a line end or a control character: escape it');
      }
    }
    this.#at = at + 1;
    const value = escaped ? this.#unescaped(start) : -1;
    this.#events.addScalar(start, this.#at, style.doubleQuoted, value, -1);
  }

  #unescaped(start: number): number {
    const value: unknown = JSON.parse(this.#text.slice(start, this.#at));
    // Go replaces half of a surrogate pair.
    return this.#events.strings.push(String(value).replace(/\p{Surrogate}/gu, '\ufffd')) - 1;
  }

  #escapeLength(at: number): number {
    const name = this.#text[at + 1] ?? '';
    if (name === 'u') {
      for (let digit = 2; digit < 6; digit += 1) {
        if (hexDigit(this.#text.charCodeAt(at + digit)) < 0) {
          this.#fail('"\\u" needs 4 hexadecimal digits', at);
        }
      }
      return 6;
    }
    if (name === '' || !'"\\/bfnrt'.includes(name)) this.#fail(`"\\${name}" is no escape of JSON`, at);
    return 2;
  }

  #takes(c: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== c) return false;
    this.#at += 1;
    return true;
  }

  #open(kind: number): number {
    const opened = this.#at;
    this.#depth += 1;
    if (this.#depth > deepestNesting) {
      this.#fail(`nesting is deeper than ${deepestNesting} levels, and is not read`);
    }
    this.#events.add(kind, opened, opened, -1);
    this.#at += 1;
    return opened;
  }

  #closes(bracket: number): boolean {
    if (!this.#takes(bracket)) return false;
    this.#depth -= 1;
    this.#events.add(event.end, this.#at - 1, this.#at, -1);
    return true;
  }

  #failInside(open: string, close: string, opened: number): never {
    if (this.#at >= this.#text.length) this.#fail(`the ${open} that opens here is not closed`, opened);
    this.#fail(`"," or "${close}" is expected here`);
  }

  #fail(message: string, at: number = this.#at): never {
    throw new SyntaxStop(message, at, true);
  }
}
