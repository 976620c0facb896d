/** Where a text stops being JSON. */
export interface JsonMistake {
  readonly message: string;
  /** UTF-16 code units from the start of the text. */
  readonly offset: number;
}

/**
 * The first place where a text is no JSON by RFC 8259; undefined when it is. Node's own parser decides, but its
 * words differ from version to version and often give no place.
 */
export function jsonMistake(text: string): JsonMistake | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return new JsonScanner(text).findMistake();
  }
}

type State = 'value' | 'first value' | 'key' | 'first key' | 'after value';

const blank = /[ \t\n\r]*/y;
const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside strings.
const plainCharacters = /[^"\\\u0000-\u001f]*/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Reads as far as the text is JSON. Keeps its own stack, so that nesting costs none of the program's. */
class JsonScanner {
  private readonly text: string;
  private offset = 0;
  private readonly closing: ('}' | ']')[] = [];
  private state: State = 'value';

  constructor(text: string) {
    this.text = text;
  }

  findMistake(): JsonMistake {
    this.take(blank);
    if (this.offset >= this.text.length) return { message: 'the file is empty', offset: 0 };
    for (;;) {
      this.take(blank);
      const mistake = this.step();
      if (mistake) return mistake;
    }
  }

  private step(): JsonMistake | undefined {
    if (this.state === 'after value') return this.afterValue();
    const isKey = this.state === 'key' || this.state === 'first key';
    if (this.state.startsWith('first') && this.close()) return undefined;
    return isKey ? this.key() : this.value();
  }

  private value(): JsonMistake | undefined {
    if (this.skip('{')) this.enter('}', 'first key');
    else if (this.skip('[')) this.enter(']', 'first value');
    else if (this.text[this.offset] === '"') return this.string('after value');
    else if (this.take(word)) this.state = 'after value';
    else return this.unexpected('a value');
    return undefined;
  }

  private key(): JsonMistake | undefined {
    if (this.text[this.offset] !== '"') return this.unexpected('a key in double quotes');
    const mistake = this.string('value');
    if (mistake) return mistake;
    this.take(blank);
    return this.skip(':') ? undefined : this.unexpected('":" behind the key');
  }

  private afterValue(): JsonMistake | undefined {
    const closing = this.closing.at(-1);
    if (closing === undefined) return this.unexpected('the end of the file');
    if (this.close()) return undefined;
    if (!this.skip(',')) return this.unexpected(`"," or "${closing}"`);
    this.state = closing === '}' ? 'key' : 'value';
    return undefined;
  }

  private string(next: State): JsonMistake | undefined {
    const start = this.offset;
    this.offset += 1;
    do this.take(plainCharacters);
    while (this.take(escapeSequence));
    if (this.skip('"')) {
      this.state = next;
      return undefined;
    }
    const character = this.text[this.offset];
    if (character === '\\') return { message: 'bad escape sequence in a string', offset: this.offset };
    if (character === undefined || character === '\n' || character === '\r') {
      return { message: 'string without its closing quote', offset: start };
    }
    return { message: 'control character in a string', offset: this.offset };
  }

  private enter(closing: '}' | ']', state: State): void {
    this.closing.push(closing);
    this.state = state;
  }

  private close(): boolean {
    if (this.text[this.offset] !== this.closing.at(-1)) return false;
    this.offset += 1;
    this.closing.pop();
    this.state = 'after value';
    return true;
  }

  private skip(character: string): boolean {
    if (this.text[this.offset] !== character) return false;
    this.offset += 1;
    return true;
  }

  private take(token: RegExp): boolean {
    token.lastIndex = this.offset;
    const found = token.test(this.text);
    if (found) this.offset = token.lastIndex;
    return found;
  }

  private unexpected(wanted: string): JsonMistake {
    const code = this.text.codePointAt(this.offset);
    const found = code === undefined ? 'the end of the file' : JSON.stringify(String.fromCodePoint(code));
    return { message: `${wanted} expected, ${found} found`, offset: this.offset };
  }
}
