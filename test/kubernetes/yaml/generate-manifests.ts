/** A number from 0 to below a limit. */
type Below = (limit: number) => number;

const keys = [
  'name',
  'n',
  'no',
  'x y',
  'k/z.io',
  '"q"',
  "'r'",
  '"a b"',
  '1',
  '8080',
  'é',
  '<a',
  '-x',
  '=',
  '~',
];

const usual = [
  ...['a', 'nginx:1.2', '10Gi', '8080', '0.5', '--flag=x', 'true', 'null', 'x y', 'a#b', 'a:b', 'a # c', 'é'],
  ...['"q"', "'it''s'", '"a\\nb"', '[]', '{}', '[a, "b"]', '{a: b, "c":1}', 'a,b]', '/5 *'],
];

const values = [
  ...[
    'a',
    'nginx:1.2',
    '10Gi',
    '1',
    '8080',
    '0.5',
    '-1',
    '01',
    '1_0',
    '1e3',
    '-0',
    '.5',
    '.',
    '-',
    '--flag=x',
  ],
  ...[
    'true',
    'no',
    '~',
    'null',
    'on',
    'y',
    'x y',
    'x  y',
    'a#b',
    'a #b',
    '# c',
    ':x',
    'a:b',
    'a:',
    'a: b',
    ' : ',
  ],
  ...[
    'é',
    '日本',
    '\u{1f600}',
    '\u2028',
    '\t',
    '"q"',
    "'s'",
    "'it''s'",
    '"a\\nb"',
    '"\\x41"',
    '"a"b',
    '"',
    '\\',
  ],
  ...[
    '[]',
    '{}',
    '[a, b]',
    '[ a ]',
    '{a: b}',
    '{"a":1}',
    '{a: 1, a: 2}',
    '[a, {b: [c]}]',
    '[a,]',
    '{a}',
    '[a?b]',
  ],
  ...[
    'a,b',
    'a]',
    '{{ x }}',
    '*/5 *',
    '&a b',
    '*a',
    '!!str 1',
    '?',
    '? a',
    '%a',
    '@a',
    '|x',
    '- a',
    '(x)',
    '+1',
  ],
];

const lines = [
  'text',
  '  more',
  '\ttab',
  '# no comment',
  'a: b',
  '"q" \\',
  '- x',
  'é',
  'blanks behind  ',
  '...',
];

/** Manifests in block style with a mistake or something rare here and there, from a fixed seed. */
export function generateManifests(count: number, below: Below): string[] {
  return Array.from({ length: count }, () => new ManifestWriter(below).stream());
}

class ManifestWriter {
  readonly #below: Below;

  constructor(below: Below) {
    this.#below = below;
  }

  stream(): string {
    const documents = Array.from({ length: 1 + this.#below(2) }, () =>
      this.#once(5) ? this.#sequence(0, 0) : this.#mapping(this.#once(9) ? 2 : 0, 0),
    );
    const text = (this.#once(4) ? '---\n' : '') + documents.join(this.#pick(['---\n', '--- # c\n', '...\n']));
    return this.#once(6) ? text.slice(0, -1 - this.#below(3)) : text;
  }

  #mapping(indent: number, depth: number): string {
    const pairs = Array.from({ length: 1 + this.#below(4) }, (_, index) => {
      const key = this.#once(40) ? this.#pick(keys) : `k${this.#once(60) ? 0 : index}`;
      return `${this.#between()}${' '.repeat(indent)}${key}${this.#once(200) ? ' :' : ':'}${this.#node(indent, depth)}`;
    });
    return pairs.join('');
  }

  #sequence(indent: number, depth: number): string {
    const items = Array.from({ length: 1 + this.#below(3) }, () => {
      const nested = this.#below(4);
      const inner =
        nested === 0 ? this.#mapping(indent + 2, depth + 1) : this.#sequenceBelow(indent + 2, depth);
      const item = nested < 2 && inner ? ` ${inner.trimStart()}` : this.#node(indent, depth);
      return `${this.#between()}${' '.repeat(indent)}-${item}`;
    });
    return items.join('');
  }

  #sequenceBelow(indent: number, depth: number): string {
    return depth < 3 ? this.#sequence(indent, depth + 1) : '';
  }

  /** What stands behind a colon or a dash, with the line end. */
  #node(indent: number, depth: number): string {
    const kind = depth > 2 ? this.#below(8) : this.#below(12);
    const step = this.#once(40) ? this.#below(5) : 2;
    if (kind < 6)
      return ` ${this.#pick(this.#once(30) ? values : usual)}${this.#once(20) ? this.#pick(['  ', ' # c', ' #', ' b']) : ''}\n`;
    if (kind === 6)
      return ` ${this.#pick(['|', '>', '|-', '>-', '|+', '>+', '|2'])}\n${this.#block(indent + step)}`;
    if (kind === 7) return this.#pick(['\n', ' \n', ' # c\n']);
    if (kind < 10) return `\n${this.#mapping(indent + step, depth + 1)}`;
    return `\n${this.#sequence(indent + (this.#once(2) ? 0 : step), depth + 1)}`;
  }

  #block(indent: number): string {
    const written = Array.from({ length: this.#below(6) }, () => {
      const blanks = ' '.repeat(this.#once(24) ? this.#below(6) : indent);
      return this.#once(5) ? '' : blanks + (this.#once(9) ? '' : this.#pick(lines));
    });
    return written.map((line) => `${line}\n`).join('');
  }

  #between(): string {
    return this.#once(30)
      ? this.#pick(['\n', '  \n', '# c\n', '    # c: d\n', '# é\n', '\t\n', '# \x01\n'])
      : '';
  }

  #once(outOf: number): boolean {
    return this.#below(outOf) === 0;
  }

  #pick(from: readonly string[]): string {
    return from[this.#below(from.length)] ?? '';
  }
}
