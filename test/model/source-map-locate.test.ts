import { describe, expect, test } from 'vitest';
import { locateInMap, templateOrigins } from '../../src/model/source-map-locate.ts';
import { LineMap } from '../../src/yaml/line-map.ts';
import { RenderedBuilder } from './source-map-builder.ts';

const kubeconfig = `apiVersion: v1\nserver: \${server}\n`;
const node = `variant: fcos\nname: \${name}\nimage: "\${registry}/kubelet:v1"\n`;

/** `file:line:column-endColumn` of every place of a rendered text asked for. */
function placeOf(builder: RenderedBuilder, line: number, column: number, endColumn?: number): string {
  const file = 'node.yaml';
  const origin = templateOrigins({ file, text: builder.text, map: builder.map })({
    file,
    line,
    column,
    ...(endColumn !== undefined && { endLine: line, endColumn }),
  });
  if (origin.line === 0) return origin.file;
  const end = origin.endColumn === undefined ? '' : `-${origin.endLine}:${origin.endColumn}`;
  return `${origin.file}:${origin.line}:${origin.column}${end}`;
}

describe('places of one template', () => {
  const rendered = new RenderedBuilder().template('node.yaml', node, {
    name: 'node-1',
    registry: 'quay.io/x',
  });

  test.each([
    [1, 1, undefined, 'node.yaml:1:1'],
    [2, 3, undefined, 'node.yaml:2:3'],
    [2, 7, undefined, 'node.yaml:2:7-2:14'],
    [2, 12, undefined, 'node.yaml:2:7-2:14'],
    [3, 1, undefined, 'node.yaml:3:1'],
    [3, 9, undefined, 'node.yaml:3:9-3:20'],
    [3, 18, undefined, 'node.yaml:3:20'],
    [3, 1, 6, 'node.yaml:3:1-3:6'],
    // The whole of the line, from literal to literal over a value.
    [3, 8, 30, 'node.yaml:3:8-3:32'],
    // A value and what follows it.
    [3, 9, 18, 'node.yaml:3:9-3:20'],
    [3, 9, 26, 'node.yaml:3:9-3:28'],
    // From a key into a value.
    [2, 1, 9, 'node.yaml:2:1-2:14'],
    [0, 0, undefined, 'node.yaml'],
    // A translator may name a line without a column, and one behind the end.
    [2, 0, undefined, 'node.yaml:2:1'],
    [1, 99, undefined, 'node.yaml:1:14'],
    [99, 1, undefined, 'node.yaml:4:1'],
  ])('%i:%i to %s is %s', (line, column, endColumn, place) => {
    expect(placeOf(rendered, line, column, endColumn)).toBe(place);
  });
});

describe('a template in a template', () => {
  const outer = `files:\n  - inline: |\n      \${kubeconfig}\nend: 1\n`;
  const rendered = new RenderedBuilder()
    .literal('node.yaml', outer, 0, outer.indexOf(`\${`))
    .literal('kubeconfig', kubeconfig, 0, 15)
    .unknown('      ')
    .literal('kubeconfig', kubeconfig, 15, 23)
    .value('kubeconfig', kubeconfig, `\${server}`, 'https://a')
    .literal('node.yaml', outer, outer.indexOf('\nend'));

  test.each([
    [3, 7, undefined, 'kubeconfig:1:1'],
    [3, 20, 21, 'kubeconfig:1:14-1:15'],
    // The indentation that a function put in: the line that it stands in front of.
    [4, 1, undefined, 'kubeconfig:2:1'],
    [4, 7, 13, 'kubeconfig:2:1-2:7'],
    [4, 16, undefined, 'kubeconfig:2:9-2:18'],
    [5, 1, 4, 'node.yaml:4:1-4:4'],
  ])('%i:%i to %s is %s', (line, column, endColumn, place) => {
    expect(placeOf(rendered, line, column, endColumn)).toBe(place);
  });
});

test('a value of several lines ends the range with what its first line is made of', () => {
  const template = `a: b\${x}\n`;
  const rendered = new RenderedBuilder()
    .literal('node.yaml', template, 0, 4)
    .value('other.tf', 'v = "1"', '"1"', '1\n2')
    .literal('node.yaml', template, 8);
  expect(placeOf(rendered, 1, 1, 6)).toBe('node.yaml:1:1-1:5');
  expect(placeOf(rendered, 2, 1, 2)).toBe('other.tf:1:5-1:8');
});

test('a text of unknown source is its file as a whole', () => {
  const rendered = new RenderedBuilder().unknown('a: 1\n');
  expect(placeOf(rendered, 1, 2, 3)).toBe('node.yaml');
});

test('places of other files stay', () => {
  const { text, map } = new RenderedBuilder().literal('a.yaml', 'a: 1\n');
  const origin = { file: 'local.sh', line: 3, column: 1 };
  expect(templateOrigins({ file: 'a.yaml', text, map })(origin)).toBe(origin);
});

test('a map that does not fit its text is no reason to stop', () => {
  const runs = [99, 0, 1, 1, 0, 0, 0, -5, 7, 1, 1, 0, 0, 0, 3, 0];
  const locate = locateInMap({ files: ['a'], runs }, 'ab\ncd');
  expect(locate(2, 2)).toEqual({ file: 'a', line: 2, column: 2 });
  expect(locateInMap({ files: [], runs: [] }, 'ab')(1, 1)).toBeUndefined();
});

/** Deterministic numbers below a bound. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const alphabet = ['a', 'é', '€', '😀', ' ', '\n', '\n', '\r\n', ':', '-'];

function randomText(next: (below: number) => number, length: number): string {
  return Array.from({ length }, () => alphabet[next(alphabet.length)]).join('');
}

/** The code point at a place of a text. */
function characterAt(text: string, line: number, column: number): string | undefined {
  const point = text.codePointAt(new LineMap(text).offset(line, column));
  return point === undefined ? undefined : String.fromCodePoint(point);
}

/** Offsets between which a text may be cut: not inside of a pair of surrogates or a line end. */
function cutsOf(text: string): number[] {
  const cuts = [0];
  for (const [piece] of text.matchAll(/\r\n|[\s\S]/gu)) cuts.push((cuts.at(-1) ?? 0) + piece.length);
  return cuts;
}

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'every literal character of random text %i is the one at its place in the template',
  (seed) => {
    const next = numbers(seed + 1);
    const templates = new Map(['a', 'b', 'c'].map((file) => [file, randomText(next, 60)]));
    const builder = new RenderedBuilder();
    for (let count = 0; count < 12; count += 1) {
      const file = ['a', 'b', 'c'][next(3)] ?? 'a';
      const template = templates.get(file) ?? '';
      const cuts = cutsOf(template);
      const [from = 0, to = 0] = [cuts[next(cuts.length)] ?? 0, cuts[next(cuts.length)] ?? 0].sort(
        (x, y) => x - y,
      );
      if (next(3) > 0) builder.literal(file, template, from, to);
      // Digits tell a value from what is literal.
      else builder.value(file, template, template.slice(from, to) || 'a', String(next(1_000_000)));
    }
    const { text, map } = builder;
    const locate = locateInMap(map, text);
    const lines = new LineMap(text);
    for (const cut of cutsOf(text).slice(0, -1)) {
      const character = String.fromCodePoint(text.codePointAt(cut) ?? 0);
      if (character === '\n' || character === '\r') continue;
      const { line, column } = lines.at(cut);
      const origin = locate(line, column);
      expect(origin?.endLine === undefined).toBe(!/\d/.test(character));
      if (origin?.endLine !== undefined) continue;
      const template = templates.get(origin?.file ?? '') ?? '';
      expect(characterAt(template, origin?.line ?? 0, origin?.column ?? 0)).toBe(character);
    }
  },
);
