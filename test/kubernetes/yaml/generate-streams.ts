import { generateManifests } from './generate-manifests.ts';

/** Pieces that mean something to YAML or JSON, some only together. */
const pieces = [
  ...[
    'a',
    'b',
    'key',
    'x y',
    '1',
    '0',
    '-1',
    'true',
    'on',
    'null',
    '~',
    '.5',
    'e3',
    '0x1',
    '_',
    '=',
    '+',
    '/',
  ],
  ...[
    '"q"',
    '"q\\n"',
    "'s'",
    "'it''s'",
    '"',
    "'",
    '\\',
    '"a\n b"',
    "'a\n\n b'",
    '{"a":1}',
    '{a: 1}',
    '[1, 2]',
  ],
  ...['|', '>', '|-', '>+', '|2', '- ', '-', ' - ', '? ', '?', ': ', ':', '::', '-a', 'a#b', '#', ' #c'],
  ...['[', ']', '{', '}', ',', ', ', '[]', '{}', '%', '@', '`', '&a ', '*a', '&a', '*a ', '!!str ', '!!int '],
  ...[
    '! ',
    '!t ',
    '<<: ',
    '<<',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
  ],
  ...[
    'a: ',
    'b: ',
    '\na: ',
    '\n  b: ',
    '\nc: 1',
    '---\n',
    '\n---\n',
    '\n...\n',
    '\r\n',
    '\r',
    '\n\n',
    '\n \n',
  ],
  ...['\u2028', '\x85', '\u{1f600}', 'é', '\xa0'],
];

const documents = [
  `apiVersion: v1
kind: Pod
metadata:
  name: a
  labels: {app: x, "b": y}
spec:
  containers:
  - name: c
    image: "i:1"
    args: ["a", 'b']
    command:
    - sh
    - -c
    - |
      echo 1
      echo 2
  x: >-
    folded
    text

    more
`,
  `a: &x
  b: 1
  c: [1, 2, {d: e}]
f: *x
g:
  <<: *x
  h: "several
    lines"
# comment
i: plain
  continued
j:
- 1
- 2
`,
  '{"a": {"b": [1, 2.5, "x\\ty"], "c": null}, "d": true}\n',
];

/** Streams from a fixed seed: half of them pieces, half of them documents with mistakes. */
export function generateStreams(count: number): string[] {
  const below = randomBelow(20_260_101);
  return Array.from({ length: count }, (_, index) => (index % 2 ? fromPieces(below) : mutated(below)));
}

/** Manifests from a fixed seed, a third of them with a mutation. */
export function generateBlockStyle(count: number): string[] {
  const below = randomBelow(20_260_102);
  return generateManifests(count, below).map((text) =>
    withoutSurrogates(below(3) ? text : mutate(below, text)),
  );
}

type Below = (limit: number) => number;

/** Numerical Recipes' linear congruential generator. */
function randomBelow(seed: number): Below {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function fromPieces(below: Below): string {
  return Array.from({ length: 1 + below(14) }, () => pick(below, pieces)).join('');
}

function mutated(below: Below): string {
  let text = pick(below, documents);
  for (let left = 1 + below(4); left > 0; left -= 1) text = mutate(below, text);
  return withoutSurrogates(text);
}

/** Half of a surrogate pair cannot be written to a file. */
function withoutSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}

function mutate(below: Below, text: string): string {
  const at = below(text.length + 1);
  const rest = text.slice(at);
  switch (below(5)) {
    case 0:
      return text.slice(0, at) + rest.slice(1 + below(4));
    case 1:
      return text.slice(0, at) + pick(below, pieces) + rest;
    case 2: {
      const from = below(text.length + 1);
      return text.slice(0, at) + text.slice(from, from + below(12)) + rest;
    }
    case 3:
      return text.slice(0, at) + pick(below, pieces) + rest.slice(1 + below(3));
    default: {
      const line = text.indexOf('\n', at) + 1;
      return text.slice(0, line) + ' '.repeat(below(5)) + text.slice(line + below(3));
    }
  }
}

function pick(below: Below, from: readonly string[]): string {
  return from[below(from.length)] ?? '';
}
