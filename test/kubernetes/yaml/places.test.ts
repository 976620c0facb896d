import { describe, expect, test } from 'vitest';
import { child, type FieldPath } from '../../../src/kubernetes/field-path.ts';
import { FieldPlaces } from '../../../src/kubernetes/yaml/field-place.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';

type Steps = readonly (string | number)[];

/** The text at the place of a field of a document, with its line and column. */
function placed(text: string, steps: Steps, at: 'key' | 'value', document = 0): string {
  const read = readDocuments(text)[document];
  if (!read) throw new Error('no such document');
  const path = steps.reduce<FieldPath | undefined>((parent, step) => child(parent, step), undefined);
  const { start, end } = new FieldPlaces(text, read).of(path, at);
  const before = text.slice(0, start).split(/\r\n|\n|\r/);
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${text.slice(start, end)}`;
}

const block = `# a comment
apiVersion: v1
metadata:
  name: 'web'
  labels: {app: "a b", 1: x}
spec:
  containers:
    - name: a
      image: "registry.example.org/a:1"
    -
      name: b
  args:
  - one
  - [two, three]
  nothing:
  text: |
    first
    second
  long: "one
    two"
  flow: {
    a: 1
  }
`;

describe('keys and values', () => {
  const fields: [Steps, string, string][] = [
    [['apiVersion'], '2:1 apiVersion', '2:13 v1'],
    [['metadata'], '3:1 metadata', '3:1 metadata'],
    [['metadata', 'name'], '4:3 name', "4:9 'web'"],
    [['metadata', 'labels'], '5:3 labels', '5:11 {app: "a b", 1: x}'],
    [['metadata', 'labels', 'app'], '5:12 app', '5:17 "a b"'],
    [['metadata', 'labels', '1'], '5:24 1', '5:27 x'],
    [['spec', 'containers', 0], '8:7 name', '8:7 name'],
    [['spec', 'containers', 0, 'image'], '9:7 image', '9:14 "registry.example.org/a:1"'],
    [['spec', 'containers', 1, 'name'], '11:7 name', '11:13 b'],
    [['spec', 'args', 0], '13:5 one', '13:5 one'],
    [['spec', 'args', 1], '14:5 [two, three]', '14:5 [two, three]'],
    [['spec', 'args', 1, 1], '14:11 three', '14:11 three'],
    [['spec', 'nothing'], '15:3 nothing', '15:3 nothing'],
    [['spec', 'text'], '16:3 text', '16:9 |'],
    [['spec', 'long'], '19:3 long', '19:9 "one'],
    [['spec', 'flow'], '21:3 flow', '21:9 {'],
    [['spec', 'flow', 'a'], '22:5 a', '22:8 1'],
    [[], '2:1 apiVersion', '2:1 apiVersion'],
  ];

  test.each(fields)('%j', (steps, key, value) => {
    expect(placed(block, steps, 'key')).toBe(key);
    expect(placed(block, steps, 'value')).toBe(value);
  });

  test('with CRLF the columns are the same', () => {
    const text = block.replaceAll('\n', '\r\n');
    for (const [steps, key, value] of fields) {
      expect(placed(text, steps, 'key')).toBe(key);
      expect(placed(text, steps, 'value')).toBe(value);
    }
  });
});

describe('a field that is missing', () => {
  test.each<[Steps, string]>([
    [['spec', 'replicas'], '6:1 spec'],
    [['spec', 'containers', 0, 'ports', 0, 'name'], '8:7 name'],
    [['spec', 'containers', 7], '7:3 containers'],
    [['kind'], '2:1 apiVersion'],
    [['metadata', 'name', 'first'], '4:3 name'],
  ])('%j stands at the nearest one above it', (steps, key) => {
    expect(placed(block, steps, 'value')).toBe(key);
  });
});

describe('streams', () => {
  test('each document has its own fields', () => {
    const text = '\ufeffa: 1\n--- # second\na: 2\n---\na: "3"';
    expect([0, 1, 2].map((index) => placed(text, ['a'], 'value', index))).toEqual([
      '1:5 1',
      '3:4 2',
      '5:4 "3"',
    ]);
  });

  test('characters outside the first plane count as two units', () => {
    expect(placed('"😀": {😀😀: x}\n', ['😀', '😀😀'], 'value')).toBe('1:14 x');
  });

  test('JSON', () => {
    const text = '{"a": 1}\n{\n\t"b": [true, {"\\u0063": "d\\n"}],\n\t"e": null}\n';
    expect(placed(text, ['a'], 'value', 0)).toBe('1:7 1');
    expect(placed(text, ['b', 1, 'c'], 'key', 1)).toBe('3:15 "\\u0063"');
    expect(placed(text, ['b', 1, 'c'], 'value', 1)).toBe('3:25 "d\\n"');
    expect(placed(text, ['e'], 'value', 1)).toBe('4:7 null');
  });
});

describe('keys as Kubernetes has them', () => {
  test.each([
    ['yes: a\n', 'true', '1:6 a'],
    ['0x10: a\n', '16', '1:7 a'],
    ['? |\n  k\n: a\n', 'k\n', '3:3 a'],
    ['? "a b"\n: c\n', 'a b', '2:3 c'],
    ['__proto__: a\n', '__proto__', '1:12 a'],
    ['a: 1\na: 2\n', 'a', '2:4 2'],
    ['&x a: b\n', 'a', '1:7 b'],
    ['!!str 1: b\n', '1', '1:10 b'],
  ])('%j', (text, key, value) => {
    expect(placed(text, [key], 'value')).toBe(value);
  });
});

describe('aliases and merge keys', () => {
  const text = `base: &base
  image: a
  ports: &ports [80, 443]
copy: *base
merged:
  <<: [*base]
  name: b
`;

  test.each<[Steps, 'key' | 'value', string]>([
    [['copy'], 'value', '4:7 *base'],
    [['copy', 'image'], 'value', '2:10 a'],
    [['copy', 'ports', 1], 'value', '3:22 443'],
    [['merged', 'name'], 'key', '7:3 name'],
    [['merged', 'image'], 'key', '2:3 image'],
    [['merged', 'ports', 0], 'value', '3:18 80'],
    [['merged', 'missing'], 'value', '5:1 merged'],
  ])('%j, %s', (steps, at, place) => {
    expect(placed(text, steps, at)).toBe(place);
  });

  test('merge keys that lead to one mapping in many ways are searched once', () => {
    const levels = Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} {<<: [*a${n}, *a${n}]}`);
    const bomb = `a0: &a0 {}\n${levels.join('\n')}\n`;
    expect(placed(bomb, ['a60', 'missing'], 'value')).toBe('61:1 a60');
  });
});
