import { describe, expect, test } from 'vitest';
import { jsonMistake } from '../../src/machine/json-syntax.ts';

describe('the place where a text stops being JSON', () => {
  test.each<[string, number, string]>([
    ['', 0, 'the file is empty'],
    [' \n', 0, 'the file is empty'],
    ['{"a": 1,}', 8, 'a key in double quotes expected, "}" found'],
    ['[1, 2,]', 6, 'a value expected, "]" found'],
    ['{"a" 1}', 5, '":" behind the key expected, "1" found'],
    ['{"a": 1 "b": 2}', 8, '"," or "}" expected, "\\"" found'],
    ["{'a': 1}", 1, 'a key in double quotes expected, "\'" found'],
    ['{"a": tru}', 6, 'a value expected, "t" found'],
    ['// no\n{}', 0, 'a value expected, "/" found'],
    ['{} x', 3, 'the end of the file expected, "x" found'],
    ['[1', 2, '"," or "]" expected, the end of the file found'],
    ['["a\nb"]', 1, 'string without its closing quote'],
    ['["a\tb"]', 3, 'control character in a string'],
    ['["\\x"]', 2, 'bad escape sequence in a string'],
    ['[01]', 2, '"," or "]" expected, "1" found'],
    ['{"a": 😀}', 6, 'a value expected, "😀" found'],
    ['\ufeff{}', 0, 'a value expected, "\ufeff" found'],
  ])('%j', (text, offset, message) => {
    expect(jsonMistake(text)).toEqual({ offset, message });
  });

  test('no place in JSON', () => {
    expect(jsonMistake(' {"a": [1, -0.5e+3, true, null, "\\u00e9\\"", {}, []]} \n')).toBeUndefined();
  });

  test('a place in every text that JSON.parse refuses, and only there', () => {
    const good = '{"a": [1, -0.5e+3, {"b\\n": null}], "c": "\\u00e9", "d": [[], {}, false]}';
    for (let at = 0; at < good.length; at += 1) {
      for (const put of ['', ',', '}', '"', '\\', '0', ' ', '\n', '[']) {
        const text = good.slice(0, at) + put + good.slice(at + 1);
        expect.soft(jsonMistake(text) === undefined, text).toBe(parses(text));
        expect.soft(jsonMistake(text)?.offset ?? 0).toBeLessThanOrEqual(text.length);
      }
    }
  });

  test('neither depth nor size stops it', () => {
    expect(jsonMistake('['.repeat(1_000_000))?.offset).toBe(1_000_000);
    expect(jsonMistake(`["${'a'.repeat(10_000_000)}"`)?.offset).toBe(10_000_003);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
