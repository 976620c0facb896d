/** A value of a Go composite literal; what is called rather than written out is kept as its name and arguments. */
export type GoValue =
  | string
  | number
  | boolean
  | null
  | readonly GoValue[]
  | { readonly [key: string]: GoValue }
  | GoCall;

/** `ref("name")`, `corev1.PodSpec{}.OpenAPIModelName()`. */
export class GoCall {
  readonly callee: string;
  readonly args: readonly GoValue[];

  constructor(callee: string, args: readonly GoValue[]) {
    this.callee = callee;
    this.args = args;
  }
}

const token = /\s*("(?:[^"\\\n]|\\.)*"|-?\d[\w.]*|[A-Za-z_][\w.]*|[{}()[\],:&]|\.)/y;

/**
 * Reads one Go expression out of a generated file: literals, composite literals with or without their type, calls.
 *
 * @param source the whole file
 * @param start offset of the expression
 * @throws on anything that generated code of Kubernetes does not hold
 */
export function readGoLiteral(source: string, start: number): GoValue {
  return new GoLiteralReader(source, start).value();
}

class GoLiteralReader {
  private readonly source: string;
  private offset: number;

  constructor(source: string, offset: number) {
    this.source = source;
    this.offset = offset;
  }

  value(): GoValue {
    const first = this.take();
    if (first === '{') return this.body();
    if (first === '&') return this.value();
    if (first === '[' || first === 'map') return this.typed(first);
    if (first.startsWith('"')) return JSON.parse(first);
    if (/^-?\d/.test(first)) return Number(first);
    return this.named(first);
  }

  /** `[]string{...}`, `map[string]spec.Schema{...}`, `[]interface{}{...}` */
  private typed(first: string): GoValue {
    for (let next = first; next !== '{'; next = this.take()) {
      if (this.peek() === 'interface') {
        this.take();
        this.take();
        this.take();
      }
    }
    return this.body();
  }

  private named(name: string): GoValue {
    if (name === 'true' || name === 'false') return name === 'true';
    if (name === 'nil') return null;
    if (this.peek() === '(') return new GoCall(name, this.list('(', ')'));
    if (this.peek() !== '{') return new GoCall(name, []);
    this.take();
    const body = this.body();
    if (this.peek() !== '.') return body;
    this.take();
    return new GoCall(`${name}.${this.take()}`, this.list('(', ')'));
  }

  /** Behind the opening brace: pairs where the first item has a colon behind it, else a list. */
  private body(): GoValue {
    const items: GoValue[] = [];
    const pairs: Record<string, GoValue> = {};
    while (this.peek() !== '}') {
      const item = this.value();
      if (this.peek() === ':') {
        this.take();
        pairs[keyOf(item)] = this.value();
      } else items.push(item);
      if (this.peek() === ',') this.take();
    }
    this.take();
    return items.length > 0 ? items : pairs;
  }

  private list(open: string, close: string): GoValue[] {
    if (this.take() !== open) throw new Error(`${open} expected at ${this.offset}`);
    const items: GoValue[] = [];
    while (this.peek() !== close) {
      items.push(this.value());
      if (this.peek() === ',') this.take();
    }
    this.take();
    return items;
  }

  /** The next token, empty where the source ends. */
  private peek(): string {
    token.lastIndex = this.offset;
    return token.exec(this.source)?.[1] ?? '';
  }

  private take(): string {
    const text = this.peek();
    if (text === '') throw new Error(`no Go token at ${this.offset}`);
    this.offset = token.lastIndex;
    return text;
  }
}

function keyOf(item: GoValue): string {
  if (typeof item === 'string') return item;
  if (item instanceof GoCall) return item.callee;
  throw new Error(`no key: ${JSON.stringify(item)}`);
}
