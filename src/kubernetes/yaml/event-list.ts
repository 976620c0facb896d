/** What a document consists of, in the order of its text. */
export const event = { scalar: 0, mapping: 1, sequence: 2, end: 3, alias: 4 } as const;

/** `implied` is a scalar that is not written, such as the value of `key:`. */
export const style = {
  plain: 0,
  singleQuoted: 1,
  doubleQuoted: 2,
  literal: 3,
  folded: 4,
  implied: 5,
} as const;

/** Anchor and tag of a node. */
export interface NodeProperties {
  /** Where it starts. */
  readonly start: number;
  readonly anchor: string | undefined;
  /** In full, `tag:yaml.org,2002:str`; `!` for the tag of that name. */
  readonly tag: string | undefined;
}

/** Events as columns of numbers: read once for the values and, if there are problems, once for their places. */
export class EventList {
  readonly kinds: number[] = [];
  /** UTF-16 offsets in the whole text, quotes and brackets included; of a collection's start its first character. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly styles: number[] = [];
  /** Of a scalar the index in `strings`, or -1 when it says what is written between its quotes. */
  readonly values: number[] = [];
  /** Index in `properties`, or -1. */
  readonly owners: number[] = [];
  readonly strings: string[] = [];
  readonly properties: NodeProperties[] = [];
  length = 0;

  clear(): void {
    this.length = 0;
    this.strings.length = 0;
    this.properties.length = 0;
  }

  add(kind: number, start: number, end: number, properties: number): void {
    this.addScalar(start, end, 0, -1, properties);
    this.kinds[this.length - 1] = kind;
  }

  addScalar(start: number, end: number, scalarStyle: number, value: number, properties: number): void {
    const at = this.length;
    this.kinds[at] = event.scalar;
    this.starts[at] = start;
    this.ends[at] = end;
    this.styles[at] = scalarStyle;
    this.values[at] = value;
    this.owners[at] = properties;
    this.length = at + 1;
  }

  /** What the scalar at an index says, unescaped and unfolded. */
  scalarText(text: string, at: number): string {
    const value = this.values[at] ?? -1;
    if (value >= 0) return this.strings[value] ?? '';
    const quote = this.styles[at] === style.singleQuoted || this.styles[at] === style.doubleQuoted ? 1 : 0;
    return text.slice((this.starts[at] ?? 0) + quote, (this.ends[at] ?? 0) - quote);
  }

  /** Index behind the node that starts at an index. */
  behind(at: number): number {
    let depth = 0;
    for (let next = at; next < this.length; next += 1) {
      const kind = this.kinds[next];
      if (kind === event.mapping || kind === event.sequence) depth += 1;
      else if (kind === event.end) depth -= 1;
      if (depth === 0) return next + 1;
    }
    return this.length;
  }
}
