import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';

/** The problems of a stream, each with the document's number, its line and column and the text that it marks. */
function problems(text: string): string[] {
  return readDocuments(text).flatMap((document, index) =>
    document.problems.map(({ check, message, start, end }) => {
      const before = text.slice(0, start).split(/\r\n|\n|\r/);
      const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
      return `${index + 1} ${place} ${check} [${text.slice(start, end)}] ${message}`;
    }),
  );
}

function values(text: string): unknown[] {
  return readDocuments(text).map(({ value }) => value);
}

describe('syntax errors stand where the mistake is', () => {
  test.each([
    ['a: "b\nc: d\n', '1 1:4 schema/yaml-syntax ["] the quote that opens here is not closed'],
    ['a: [1, 2\n', '1 1:4 schema/yaml-syntax [[] the [ that opens here is not closed'],
    ['a: {b: 1\nc: 2\n', '1 1:4 schema/yaml-syntax [{] "," or "}" is expected here'],
    ['a:\n\tb: 1\n', '1 2:1 schema/yaml-syntax [\t] a tab cannot indent: write spaces'],
    ['a: @b\n', '1 1:4 schema/yaml-syntax [@] a value cannot start with @: put it in quotes'],
    [
      'a: 1\nb\nc: 2\n',
      '1 2:1 schema/yaml-syntax [b] a key is expected here, and a colon with a space behind it',
    ],
    ['a: *b\n', '1 1:4 schema/yaml-syntax [*] no anchor &b stands above this alias'],
    ['a: &b [*b]\n', '1 1:8 schema/yaml-syntax [*] the value of &b contains itself'],
    ['a: !!int x\n', '1 1:10 schema/yaml-syntax [x] this is no !!int, which its tag says it is'],
    ['a: "\\q"\n', '1 1:5 schema/yaml-syntax [\\] "\\q" is no escape that Kubernetes\' YAML reader knows'],
    ['a: 1 # \x07\n', '1 1:8 schema/yaml-syntax [\x07] YAML cannot hold this control character'],
    ['a: 1\0\n', '1 1:5 schema/yaml-syntax [\0] YAML cannot hold this control character'],
    ['~: a\n', '1 1:1 schema/yaml-syntax [~] a key must be a text, a number or true or false'],
    ['<<: 1\n', '1 1:5 schema/yaml-syntax [1] "<<" takes a mapping or a list of mappings'],
    ['a: 1\n--- b\n', '2 2:5 schema/yaml-syntax [b] nothing but a comment may follow "---" on its line'],
    [
      '%YAML 1.2\n---\na: 1\n',
      '1 1:1 schema/yaml-syntax [%] only "%YAML 1.1" is read, and only once in a document',
    ],
    [
      'a: b: c\n',
      '1 1:5 schema/yaml-syntax [:] a colon with a space behind it makes a key, and none can stand here',
    ],
    [
      'a:\n  b: 1\n c: 2\n',
      '1 3:2 schema/yaml-syntax [c] another key is expected here, at the column of those above it',
    ],
    ['{"a":1}{"b":2}\n{"c" 3}\n', '3 2:6 schema/yaml-syntax [3] ":" is expected behind the key'],
  ])('%j', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  test('infinity, which JSON has not', () => {
    expect(problems('a: [1, .inf]\n')).toEqual([
      '1 1:8 schema/yaml-syntax [.inf] infinity and "not a number" cannot be sent to an API server: JSON has no such numbers',
    ]);
  });
});

describe('one broken document costs only itself', () => {
  test('the others are read', () => {
    const text = 'a: 1\n---\nb: [\n---\nc: "\n--- d\nlost: 1\n---\ne: 2\n';
    expect(values(text)).toEqual([{ a: 1 }, undefined, undefined, undefined, { e: 2 }]);
    expect(problems(text).map((problem) => problem.slice(0, 5))).toEqual(['2 3:4', '3 5:4', '4 6:5']);
  });

  test('documents follow each other in the text', () => {
    const text = '---\na: 1\n---\n---\nb: 2';
    expect(readDocuments(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '---\na: 1\n',
      '---\nb: 2',
    ]);
  });

  test('an empty document has neither value nor problem', () => {
    expect(readDocuments('# only a comment\n---\n~\n')).toEqual([
      { start: 0, end: 17, value: undefined, problems: [] },
      { start: 21, end: 23, value: undefined, problems: [] },
    ]);
  });
});

describe('duplicate keys', () => {
  test('the second one is marked, the last one counts', () => {
    const text = 'a:\n  b: 1\n  c: 2\n  "b": 3\n  b: 4\n';
    expect(problems(text)).toEqual([
      '1 4:3 schema/duplicate-key ["b"] the key "b" is there twice: first in line 2',
      '1 5:3 schema/duplicate-key [b] the key "b" is there twice: first in line 2',
    ]);
    expect(values(text)).toEqual([{ a: { b: 4, c: 2 } }]);
  });

  test('written in another way', () => {
    expect(problems('yes: 1\ntrue: 2\n')).toEqual([
      '1 2:1 schema/duplicate-key [true] the key "true" is there twice: it is written in another way above, or merged in',
    ]);
  });

  test('brought by a merge key', () => {
    expect(problems('a: 1\n<<: {a: 2}\n')).toEqual([
      '1 2:1 schema/duplicate-key [<<] the merge key "<<" brings "a", which this mapping has already: Kubernetes\' strict reader refuses that',
    ]);
  });

  test('in JSON', () => {
    expect(problems('{"a": 1,\n "a": 2}')).toEqual([
      '1 2:2 schema/duplicate-key ["a"] the key "a" is there twice: first in line 1',
    ]);
  });
});

describe('text that Kubernetes drops in silence', () => {
  const message = 'the document ends before this text, and Kubernetes drops it without a word';

  test.each([
    ['a: 1\n...\nb: 2\n', `1 3:1 schema/lost-text [b: 2] ${message}`],
    ['a: 1\n...\n# c\n%YAML 1.2\n', `1 4:1 schema/lost-text [%YAML 1.2] ${message}`],
    ['  a: 1\nb: 2 \nc: 3\n', `1 2:1 schema/lost-text [b: 2] ${message}`],
    ['{a: 1}\n{b: 2}\n', `1 2:1 schema/lost-text [{b: 2}] ${message}`],
    ['a: 1\r---\rb: 2\n', `1 3:1 schema/lost-text [b: 2] ${message}`],
    ['a: 1\n---\n[b] # c\n"d"\n', `2 4:1 schema/lost-text ["d"] ${message}`],
  ])('%j', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  test.each([
    'a: 1\n...\n',
    'a: 1\n... # end\n\n# more\n',
    'a: 1\n...\n---\nb: 2\n',
    'a: 1\n--- # b\nc: 2\n',
  ])('nothing is lost in %j', (text) => {
    expect(problems(text)).toEqual([]);
  });

  test('a document of two objects is read as far as the first', () => {
    expect(values('{a: 1}\n{b: 2}\n')).toEqual([{ a: 1 }]);
  });
});
