import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadCore } from '../../../src/core/host.ts';
import { ask, problemsOf, textOf } from './ask.ts';

const plain = { gzip: false, base64_encode: false };
const script = {
  content_type: 'text/x-shellscript',
  filename: 'init.sh',
  content: `#!/bin/sh\necho "\${HOME}" %{x}\n`,
};
const config = { content: '#cloud-config\n', merge_type: 'list(append)' };

const expected = [
  'Content-Type: multipart/mixed; boundary="MIMEBOUNDARY"\nMIME-Version: 1.0\r\n\r\n',
  '--MIMEBOUNDARY\r\n',
  'Content-Disposition: attachment; filename="init.sh"\r\n',
  'Content-Transfer-Encoding: 7bit\r\n',
  'Content-Type: text/x-shellscript\r\n',
  'Mime-Version: 1.0\r\n\r\n',
  `#!/bin/sh\necho "\${HOME}" %{x}\n\r\n`,
  '--MIMEBOUNDARY\r\n',
  'Content-Transfer-Encoding: 7bit\r\n',
  'Content-Type: text/plain\r\n',
  'Mime-Version: 1.0\r\n',
  'X-Merge-Type: list(append)\r\n\r\n',
  '#cloud-config\n\r\n',
  '--MIMEBOUNDARY--\r\n',
].join('');

describe.each(['data.cloudinit_config.a', 'data.template_cloudinit_config.a'])('%s', (address) => {
  test('writes parts as the provider does', () => {
    expect(textOf(ask(address, { ...plain, part: [script, config] }), 'rendered')).toBe(expected);
  });

  test('encodes', () => {
    const answer = ask(address, { gzip: false, part: [script, config] });
    expect(Buffer.from(textOf(answer, 'rendered'), 'base64').toString()).toBe(expected);
  });

  test('compresses when nothing else is said', async () => {
    const answer = ask(address, { part: [script, config] }, {}, await loadCore());
    expect(gunzipSync(Buffer.from(textOf(answer, 'rendered'), 'base64')).toString()).toBe(expected);
  });

  test.each([
    [{ base64_encode: false, part: [config] }, '"base64_encode" of'],
    [plain, 'At least one "part" block'],
    [{ ...plain, boundary: 'a\r\nb', part: [config] }, '"boundary" of'],
  ])('%j is refused', (wrong, message) => {
    expect(problemsOf(ask(address, wrong))).toEqual([expect.stringContaining(message)]);
  });
});
