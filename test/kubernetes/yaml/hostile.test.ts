import { describe, expect, test } from 'vitest';
import { child } from '../../../src/kubernetes/field-path.ts';
import { FieldPlaces } from '../../../src/kubernetes/yaml/field-place.ts';
import type { ManifestDocument } from '../../../src/kubernetes/yaml/manifest-document.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';

function onlyDocument(text: string): ManifestDocument {
  const [document, ...more] = readDocuments(text);
  if (!document || more.length > 0) throw new Error('one document is expected');
  return document;
}

/** Message of the only problem of the only document; undefined when it has none. */
function verdict(text: string): string | undefined {
  const { problems } = onlyDocument(text);
  expect(problems.length).toBeLessThanOrEqual(1);
  return problems[0]?.message;
}

function onlyValue(text: string): unknown {
  const { problems, value } = onlyDocument(text);
  expect(problems).toEqual([]);
  return value;
}

describe('nesting', () => {
  const nested: [string, (depth: number) => string][] = [
    ['brackets', (depth) => '['.repeat(depth) + ']'.repeat(depth)],
    ['brackets on lines of their own', (depth) => '[\n'.repeat(depth) + ']\n'.repeat(depth)],
    ['braces', (depth) => `a: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`],
    ['JSON', (depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
    ['dashes', (depth) => `${'- '.repeat(depth)}a`],
    ['mappings', (depth) => Array.from({ length: depth }, (_, n) => `${' '.repeat(n)}a:\n`).join('')],
    ['explicit keys', (depth) => `${'? '.repeat(depth)}a`],
  ];

  test.each(nested.slice(0, -1))('1,000 levels of %s are read', (_, nest) => {
    let depth = 0;
    for (let value = onlyValue(nest(1000)); typeof value === 'object' && value !== null; depth += 1) {
      value = Object.values(value)[0];
    }
    expect(depth).toBeGreaterThanOrEqual(1000);
  });

  test.each(nested.filter(([name]) => name !== 'mappings'))('100,000 levels of %s are refused', (_, nest) => {
    expect(verdict(nest(100_000))).toMatch(/^nesting is deeper than 2000 levels/);
  });

  test('100,000 levels that are never closed', () => {
    expect(verdict(`a: ${'['.repeat(100_000)}`)).toMatch(/^nesting is deeper/);
    expect(verdict('{"a":['.repeat(100_000))).toMatch(/^nesting is deeper/);
  });
});

describe('aliases', () => {
  const bomb = (levels: number, width: number) =>
    `${Array.from({ length: levels }, (_, n) =>
      n === 0
        ? 'a0: &a0 x'
        : `a${n}: &a${n} [${Array(width)
            .fill(`*a${n - 1}`)
            .join(', ')}]`,
    ).join('\n')}\n`;

  test('a bomb is refused', () => {
    expect(verdict(bomb(10, 10))).toBe('aliases make this document too large to be read');
    expect(verdict(bomb(60, 2))).toBe('aliases make this document too large to be read');
  });

  test('a bomb of merge keys is refused', () => {
    const levels = Array.from({ length: 40 }, (_, n) => `b${n + 1}: &b${n + 1} {c: [*b${n}, *b${n}]}`);
    expect(verdict(`b0: &b0 {a: 1}\n${levels.join('\n')}\nend:\n  <<: *b40\n`)).toMatch(/^aliases make/);
  });

  test('many aliases of a small value are read', () => {
    const text = `base: &base {cpu: 100m}\nitems:\n${'- *base\n'.repeat(5000)}`;
    expect(onlyValue(text)).toMatchObject({ base: { cpu: '100m' } });
  });
});

describe('size', () => {
  test('a document of 10 MB, values of 2.5 MB', () => {
    const long = 'x'.repeat(2.5 * 2 ** 20);
    const value = Object(onlyValue(`a: "${long}"\nb: ${long}\nc: |-\n  ${long}\nd: {"e": '${long}'}\n`));
    expect([value.a, value.b, value.c, value.d.e].every((read) => read === long)).toBe(true);
  });

  test('10 MB of small things', () => {
    const count = 200_000;
    const list = Object(onlyValue(`a:\n${`- b: "1"\n  c: ${'d'.repeat(40)}\n`.repeat(count)}`));
    expect(list.a).toHaveLength(count);
    expect(list.a.at(-1)).toEqual({ b: '1', c: 'd'.repeat(40) });
  });

  test('200,000 keys', () => {
    const text = `{${Array.from({ length: 200_000 }, (_, n) => `"key${n}": [${n}]`).join(',\n')}}`;
    expect(Object.keys(Object(onlyValue(text)))).toHaveLength(200_000);
  });

  test.each([
    ['digits', `a: ${'1'.repeat(1_000_000)}`],
    ['underscores', `a: 1${'_'.repeat(1_000_000)}`],
    ['zeros', `a: 0x${'0'.repeat(1_000_000)}1`],
    ['digits behind a point', `a: .${'1_'.repeat(500_000)}`],
    ['blanks', `a: b${' '.repeat(1_000_000)}c`],
    ['blank lines', `a: "b${'\n'.repeat(500_000)}c"`],
    ['blank lines in plain text', `a: b${'\n'.repeat(500_000)}  c`],
    ['folded lines', `a: "${'b\n '.repeat(300_000)}"`],
    ['comments', `a: 1\n${'# b\n'.repeat(500_000)}`],
    ['brackets as keys', `${'[]: '.repeat(200_000)}`],
    ['anchors', Array.from({ length: 30_000 }, (_, n) => `a${n}: &a${n} 1`).join('\n')],
    ['lists on one line', `a: [${'[1], '.repeat(100_000)}]`],
    ['control characters', `a: "${'\x07'.repeat(500_000)}"`],
    ['a carriage return for each line', `a:\r${'- c\r'.repeat(200_000)}`],
  ])('many %s', (_, text) => {
    expect(readDocuments(text)).toHaveLength(1);
  });

  test('50,000 duplicate keys are named as far as the limit', () => {
    expect(readDocuments('a: 1\n'.repeat(50_000))[0]?.problems).toHaveLength(50);
  });

  test('a stream of 5,000 documents, every other one broken', () => {
    const text = Array.from({ length: 5000 }, (_, n) => (n % 2 ? `a: [\n` : `a: ${n}\n`)).join('---\n');
    const documents = readDocuments(text);
    expect(documents).toHaveLength(5000);
    expect(documents.filter(({ problems }) => problems.length > 0)).toHaveLength(2500);
    expect(documents[4998]?.value).toEqual({ a: 4998 });
  });

  test('a stream of 5,000 JSON objects', () => {
    expect(readDocuments('{"a":1}\n'.repeat(5000))).toHaveLength(5000);
  });
});

describe('names that every object has', () => {
  test.each([
    '__proto__:\n  polluted: true\nconstructor: {a: 1}\n',
    '{"__proto__":{"polluted":true},"constructor":{"a":1}}',
  ])('%j makes own keys and nothing else', (text) => {
    const value = Object(onlyValue(text));
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn({}, 'polluted')).toBe(false);
    expect(Object('').polluted).toBeUndefined();
  });
});

describe('integers of 64 bits', () => {
  test('are exact', () => {
    expect(
      onlyValue('a: [9223372036854775807, -9223372036854775808, 18446744073709551615, 9007199254740993]\n'),
    ).toEqual({ a: [9223372036854775807n, -9223372036854775808n, 18446744073709551615n, 9007199254740993n] });
    expect(onlyValue('{"a": [9223372036854775807, 9007199254740992, 9007199254740991]}')).toEqual({
      a: [9223372036854775807n, 9007199254740992n, 9007199254740991],
    });
  });
});

test('a place in a document of 100,000 items', () => {
  const text = `a:\n${'- b: "1"\n  c: d\n'.repeat(100_000)}`;
  const places = new FieldPlaces(text, onlyDocument(text));
  const item = child(child(undefined, 'a'), 99_999);
  const { start, end } = places.of(child(item, 'c'), 'value');
  expect([start, text.slice(start, end)]).toEqual([text.length - 2, 'd']);
});
