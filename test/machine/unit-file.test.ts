import { describe, expect, test } from 'vitest';
import { placeInValue } from '../../src/machine/systemd/value-place.ts';
import { parseUnitFile } from '../../src/machine/unit-file.ts';

/** `[Section] line:column` and `key=value line:column`, one a line. */
function outline(text: string): string[] {
  return parseUnitFile(text).sections.flatMap(({ name, line, column, assignments }) => [
    `[${name}] ${line}:${column}`,
    ...assignments.map((each) => `${each.key}=${each.value} ${each.line}:${each.column}`),
  ]);
}

describe('reads sections and assignments', () => {
  test.each<[string, string, string[]]>([
    ['an empty file', '', []],
    ['an assignment', '[Unit]\nDescription=Web\n', ['[Unit] 1:1', 'Description=Web 2:1']],
    ['no line end at the end', '[Unit]\nA=b', ['[Unit] 1:1', 'A=b 2:1']],
    ['white space around key, value and header', ' [Unit]\t\n  A \t= b c \n', ['[Unit] 1:2', 'A=b c 2:3']],
    ['no-break spaces as part of the text', '[Unit]\nA=\u00a0b\n', ['[Unit] 1:1', 'A=\u00a0b 2:1']],
    ['an empty value', '[Service]\nExecStart=\n', ['[Service] 1:1', 'ExecStart= 2:1']],
    ['only the first "=" as separator', '[S]\nA=b=c\n', ['[S] 1:1', 'A=b=c 2:1']],
    [
      'both signs of comment',
      '# a\n[S]\n; b\n  # c\nA=b # no comment\n',
      ['[S] 2:1', 'A=b # no comment 5:1'],
    ],
    [
      'the same section twice',
      '[S]\nA=1\n[T]\n[S]\nA=2\n',
      ['[S] 1:1', 'A=1 2:1', '[T] 3:1', '[S] 4:1', 'A=2 5:1'],
    ],
    ['a byte order mark', '\ufeff[S]\nA=b\n', ['[S] 1:2', 'A=b 2:1']],
    ['CR LF', '[S]\r\nA=b\r\n\r\nC=d\r\n', ['[S] 1:1', 'A=b 2:1', 'C=d 4:1']],
    ['CR alone', '[S]\rA=b\rC=d\r', ['[S] 1:1', 'A=b 2:1', 'C=d 3:1']],
    ['LF followed by CR LF', '[S]\n\r\nA=b\n', ['[S] 1:1', 'A=b 3:1']],
    ['a header of white space', '[ ]\nA=b\n', ['[ ] 1:1', 'A=b 2:1']],
    ['an empty section name', '[]\nA=b\n', ['[] 1:1', 'A=b 2:1']],
    ['a continued value', '[S]\nA=b \\\n  c\nD=e\n', ['[S] 1:1', 'A=b    c 2:1', 'D=e 4:1']],
    ['a comment between continued lines', '[S]\nA=b \\\n# x\n  ; y \\\nc\n', ['[S] 1:1', 'A=b  c 2:1']],
    ['an empty line that ends a continuation', '[S]\nA=b \\\n\nC=d\n', ['[S] 1:1', 'A=b 2:1', 'C=d 4:1']],
    ['a continued key', '[S]\nA\\\n=b\n', ['[S] 1:1', 'A=b 2:1']],
    ['a continuation at the end of the file', '[S]\nA=b \\', ['[S] 1:1', 'A=b 2:1']],
    ['two backslashes, which continue nothing', '[S]\nA=b\\\\\nC=d\n', ['[S] 1:1', 'A=b\\\\ 2:1', 'C=d 3:1']],
    ['three backslashes, of which one continues', '[S]\nA=b\\\\\\\nC=d\n', ['[S] 1:1', 'A=b\\\\ C=d 2:1']],
    ['white space behind a backslash', '[S]\nA=b \\ \nC=d\n', ['[S] 1:1', 'A=b \\ 2:1', 'C=d 3:1']],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
    expect(parseUnitFile(text).mistakes).toEqual([]);
  });
});

describe('names what it cannot read', () => {
  test.each<[string, string, string[]]>([
    ['a line before the first section', 'A=b\nC=d\n[S]\n', ['1:1 line before the first section header']],
    ['a line without "="', '[S]\n  nonsense\n', ['2:3 line that is no assignment: it has no "="']],
    ['a line without a key', '[S]\n =b\n', ['2:2 assignment without a key before its "="']],
    [
      'a header without its end',
      '[S\nA=b\n',
      ['1:1 fatal section header without an end: its closing bracket is missing'],
    ],
    [
      'a comment behind a header',
      '[S] # x\nA=b\nnonsense\n',
      ['1:1 fatal section header without an end: nothing may follow the closing bracket'],
    ],
    ['a bracket alone', '[\n', ['1:1 fatal section header without an end: its closing bracket is missing']],
    [
      'a quote in a header',
      '[S"]\n',
      ['1:1 fatal section header with characters that a section name cannot have'],
    ],
    [
      'the victim of white space behind a backslash',
      '[S]\nExecStart=a \\\t\n  --flag\n',
      [
        '3:3 line that is no assignment: it has no "="; the line before does not continue on it, because white space stands behind its backslash',
      ],
    ],
    ['a line over 1 MiB', `[S]\nA=${'b'.repeat(1024 * 1024)}\nC=d\n`, ['2:1 fatal line of more than 1 MiB']],
    [
      'continued lines over 1 MiB',
      `[S]\nA=\\\n${`${'b'.repeat(1000)}\\\n`.repeat(1100)}\nC=d\n`,
      ['2:1 fatal line of more than 1 MiB'],
    ],
  ])('%s', (_, text, expected) => {
    const said = parseUnitFile(text).mistakes.map(
      ({ message, line, column, fatal }) => `${line}:${column} ${fatal ? 'fatal ' : ''}${message}`,
    );
    expect(said).toEqual(expected);
  });

  test('with the section, because systemd says nothing of lines in sections that it does not read', () => {
    expect(parseUnitFile('a\n[S]\nb\n').mistakes.map(({ section }) => section)).toEqual([undefined, 'S']);
  });
});

describe('finds the way back from a value to the file', () => {
  const text = '[Service]\nExecStart=/bin/écho 😀 one \\\n# a comment\n    two \\\n  three\n';
  const assignment = parseUnitFile(text).sections[0]?.assignments[0];

  test.each<[string, string]>([
    ['/bin', '2:11-15'],
    ['one', '2:23-26'],
    ['two', '4:5-8'],
    ['three', '5:3-8'],
  ])('%s stands at %s', (word, expected) => {
    expect.assert(assignment);
    const start = assignment.value.indexOf(word);
    const { line, column, endColumn } = placeInValue(assignment, start, start + word.length);
    expect(`${line}:${column}-${endColumn}`).toBe(expected);
  });

  test('a whole value goes to the end of its first line', () => {
    expect.assert(assignment);
    expect(placeInValue(assignment)).toEqual({ line: 2, column: 11, endColumn: 27 });
  });

  test('an empty value stands behind its "="', () => {
    const empty = parseUnitFile('[S]\nKey =  \n').sections[0]?.assignments[0];
    expect.assert(empty);
    expect(placeInValue(empty)).toEqual({ line: 2, column: 6, endColumn: 6 });
  });
});
