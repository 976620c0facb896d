import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readFast } from '../../../src/kubernetes/yaml/fast-document.ts';
import { splitStream } from '../../../src/kubernetes/yaml/split-stream.ts';

// What is read is compared with Go in oracle.test.ts, by way of readDocuments; here is which way it takes.

function fastValue(text: string): unknown {
  return readFast(text, 0, text.length);
}

const corpus = path.resolve(import.meta.dirname, '../corpus');

test.each(readdirSync(corpus))('every document of %s takes the fast path', (file) => {
  const text = readFileSync(path.join(corpus, file), 'utf8');
  const left = splitStream(text, 0).filter(({ start, end }) => readFast(text, start, end) === undefined);
  expect(left.map(({ start, end }) => text.slice(start, end))).toEqual([]);
});

test.each([
  ['a comment behind each', '--- # c\na: 1 # c\nb: # c\n- x # c\n# c\n', { a: 1, b: ['x'] }],
  ['lists in lists', '- - a\n  - b: c\n    d:\n-\n  - e\n', [['a', { b: 'c', d: null }], ['e']]],
  ['brackets', `a: ["b", {c: 'd', "e":1}, [], {}]\n`, { a: ['b', { c: 'd', e: 1 }, [], {}] }],
  ['block scalars', 'a: |-\n  b\n\n   c\nd: >\n  e\n  f\n\n  g\n', { a: 'b\n\n c', d: 'e f\ng\n' }],
  ['quotes', `'a''b': "c\\t\\"d\\""\n`, { "a'b": 'c\t"d"' }],
  ['other scripts', 'a: é 日本 \u{1f600}\n', { a: 'é 日本 \u{1f600}' }],
  [
    'names that every object has',
    'constructor: 1\nb: {toString: 2}\n',
    { constructor: 1, b: { toString: 2 } },
  ],
])('%s: on the fast path', (_, text, value) => {
  expect(fastValue(text)).toEqual(value);
});

test.each([
  ['an anchor', 'a: &b c\n'],
  ['a tag', 'a: !!str c\n'],
  ['a merge key', '<<: {a: b}\n'],
  ['a key twice', 'a: 1\nb:\n  a: 2\na: 3\n'],
  ['a key twice, in other quotes', `a: 1\n"a": 2\n`],
  ['a number as key', '1: a\n'],
  ['a word as key', 'on: a\n'],
  ['text of two lines', 'a: b\n  c\n'],
  ['brackets of two lines', 'a: [b,\n  c]\n'],
  ['a tab', 'a:\tb\n'],
  ['a carriage return', 'a: b\r\n'],
  ['a control character in a comment', 'a: b # \x07\n'],
  ['an integer beyond a double', 'a: 9223372036854775807\n'],
  ['minus zero', 'a: -0.0\n'],
  ['the end of the document', 'a: b\n...\nc\n'],
  ['101 levels', `${'- '.repeat(101)}a\n`],
  ['more JSON than there is room for', `a: "${'é'.repeat(100_000)}"\n`],
])('%s: left to the full reader', (_, text) => {
  expect(fastValue(text)).toBeUndefined();
});
