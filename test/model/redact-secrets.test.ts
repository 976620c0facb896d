import { expect, test } from 'vitest';
import { secretRedactor } from '../../src/model/redact-secrets.ts';

const line = 'MIIEowIBAAKCAQEAtest0123456789abcdefghijklmnopqrstuvwxyz';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const key = `-----BEGIN KEY-----\n${line}\n${line.toLowerCase()}\n-----END KEY-----\n`;

test.each([
  ['a value', ['hunter2'], 'wrong value "hunter2" here', 'wrong value "(secret)" here'],
  ['every time that it is said', ['hunter2'], 'hunter2 is hunter2', '(secret) is (secret)'],
  ['base64 of a value', ['hunter2'], `"${Buffer.from('hunter2').toString('base64')}"`, '"(secret)=="'],
  ['base64 of a text with it', ['hunter2-and-3'], base64('a: hunter2-and-3, b'), 'YTog(secret)ywgYg=='],
  ['one byte later', ['hunter2-and-3'], base64('ab: hunter2-and-3.'), 'YWI6IG(secret)Mu'],
  ['two bytes later', ['hunter2-and-3'], base64('abc: hunter2-and-3.'), 'YWJjOiB(secret)Lg=='],
  ['a value as JSON writes it', ['a"b\nc\\d!'], 'got "a\\"b\\nc\\\\d!"', 'got "(secret)"'],
  ['the longer of two', ['secret', 'secret-and-more'], 'is secret-and-more', 'is (secret)'],
  ['a line of a key', [key], `unknown key ${line}`, 'unknown key (secret)'],
  ['what is left of a value that was cut', [line], `"${line.slice(0, 30)}…"`, '"(secret)…"'],
  [
    'the seven characters that go-yaml shows',
    ['7fPxT6DiDfsu'],
    'text "7fPxT6D..." here',
    'text "(secret)..." here',
  ],
  ['such a start behind other characters', ['7fPxT6DiDfsu'], 'text `x=7fPxT...`', 'text `x=(secret)...`'],
  ['an ordinary word before an ellipsis', ['7fPxT6DiDfsu'], 'reading 7fP... and so on…', undefined],
  ['a key, whole', [key], `got ${key}end`, 'got (secret)end'],
])('%s', (_, secrets, said, shown) => {
  expect(secretRedactor(secrets)(said)).toBe(shown ?? said);
});

test('a short value is a word like others', () => {
  expect(secretRedactor(['core'])('user core is unknown')).toBe('user core is unknown');
});
