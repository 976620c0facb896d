import { describe, expect, test } from 'vitest';
import { hideSecrets } from '../../src/rendered/hide-secrets.ts';
import { hideWritten } from '../../src/rendered/hide-written.ts';

const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----\n';
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('what people wrote and no report may show', () => {
  test.each([
    ['a private key', `a: |\n  ${key.replaceAll('\n', '\n  ')}\nb: 1`, 'MIIEow'],
    ['one that does not end', key.slice(0, 50), 'MIIEow'],
    ['one as base64', `client-key-data: ${base64(key)}\n`, base64(key)],
    ['a Secret', 'kind: Secret\ndata:\n  a: c2VjcmV0\n  b: >-\n    c2VjcmV0\n', 'c2VjcmV0'],
    ['a Secret of one line', 'kind: Secret\nstringData: {a: c2VjcmV0}\n', 'c2VjcmV0'],
    [
      'a Secret in a list',
      'kind: List\nitems:\n  - kind: Secret\n    data:\n      a: c2VjcmV0\n',
      'c2VjcmV0',
    ],
    ['a Secret behind its data', 'stringData:\n  a: c2VjcmV0\nkind: "Secret"\n', 'c2VjcmV0'],
    ['a Secret as JSON', '{"kind": "Secret", "data": {"a": "c2VjcmV0"}}', 'c2VjcmV0'],
    ['a Secret as broken JSON', '{"kind": "Secret", "data": {"a": "c2VjcmV0"', 'c2VjcmV0'],
    ['a token of a kubeconfig', 'kind: Config\nusers:\n- user:\n    token: c2VjcmV0\n', 'c2VjcmV0'],
  ])('%s', (_, text, secret) => {
    const shown = hideWritten(text);
    expect(shown.text).toContain('(secret)');
    expect(shown.text).not.toContain(secret);
    expect(shown.hidden).toBeDefined();
  });

  test('names, other documents and other kinds stay', () => {
    const config = 'kind: ConfigMap\ndata:\n  a: b\n';
    const secret =
      'kind: Secret\nmetadata:\n  name: x\ndata:\n  "a.b": MQ==\n  c: |\n    two\n    lines\ntype: Opaque\n';
    expect(hideWritten(`${config}---\n${secret}`).text).toBe(
      `${config}---\nkind: Secret\nmetadata:\n  name: x\ndata:\n  "a.b": (secret)\n  c: (secret)\ntype: Opaque\n`,
    );
    expect(hideWritten(config)).toEqual({ text: config });
  });

  test('texts that differ in what is hidden are told apart', () => {
    const [one, other, again] = ['a', 'b', 'a'].map((value) =>
      hideWritten(`kind: Secret\ndata:\n  x: ${value}\n`),
    );
    expect(one?.text).toBe(other?.text);
    expect(one?.hidden).not.toBe(other?.hidden);
    expect(one).toEqual(again);
  });
});

describe('what is made up', () => {
  /** Seven numbers a run: length, file, line, column, end line, end column, flags. */
  const run = (length: number, file: number, isLiteral: boolean, isSecret: boolean) => [
    ...[length, file, 1, 1, isLiteral ? 0 : 1, 5],
    isSecret ? 1 : 0,
  ];

  test('goes, with the blanks that indent puts between its lines', () => {
    const text = 'key: AAAA  BBBB\nend';
    const runs = [
      run(5, 0, true, false),
      run(4, 0, false, true),
      run(2, 0, true, false),
      run(4, 0, false, true),
      run(4, 0, true, false),
    ];
    const shown = hideSecrets({ file: 'a.yaml', text, map: { files: ['a.yaml'], runs: runs.flat() } }, []);
    expect(shown).toBe('key: (secret)\nend');
  });

  test('goes from a text that is secret as a whole, whose template stays', () => {
    const runs = [run(4, 0, true, true), run(4, 0, false, true), run(4, 0, true, true)];
    const map = { files: ['kubeconfig.yaml'], runs: runs.flat() };
    expect(hideSecrets({ file: 'a', text: 'ab: TOKEcd: ', map }, [])).toBe('ab: (secret)cd: ');
    const inModule = { files: ['main.tf'], runs: runs.flat() };
    expect(hideSecrets({ file: 'a', text: 'ab: TOKEcd: ', map: inModule }, [])).toBe('(secret)');
  });

  test('leaves a data URL one', () => {
    const text = 'data:;base64,QUFB';
    const runs = [run(13, 0, true, false), run(4, 0, false, true)];
    const shown = hideSecrets({ file: 'a', text, map: { files: ['a'], runs: runs.flat() } }, []);
    expect(Buffer.from(shown.slice('data:;base64,'.length), 'base64').toString()).toBe('(secret)');
  });
});
