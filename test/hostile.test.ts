import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkFolder, findingPlaces } from './support/read-report.ts';
import { workspaceWith } from './support/workspace.ts';

const butane = 'variant: fcos\nversion: 1.5.0\n';

/** A config with a mistake in line 3: whatever else lies in the folder, it must be found. */
const neighbour = `${butane}stroage: {}\n`;
const neighbourFinding = 'translate/unused-key neighbour.yaml:3:1';

function aliasBomb(head: string): string {
  const letters = [...'bcdefghij'];
  const lines = letters.map((letter, index) => {
    const before = index === 0 ? 'a' : letters[index - 1];
    return `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
  });
  return `${head}a: &a [${'x, '.repeat(8)}x]\n${lines.join('\n')}\nstorage: *j\n`;
}

const hostile: Readonly<Record<string, { file: string; contents: string | Uint8Array }>> = {
  'an alias bomb in Butane': { file: 'bomb.yaml', contents: aliasBomb(butane) },
  'an alias bomb in a Container Linux Config': {
    file: 'bomb.yaml',
    contents: aliasBomb('systemd:\n  units:\n    - name: a.service\n'),
  },
  '10,000 nested lists in Butane': {
    file: 'deep.yaml',
    contents: `${butane}storage: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
  },
  '10,000 nested objects in Ignition': {
    file: 'deep.ign',
    contents: `{"ignition":{"version":"3.4.0"},"storage":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
  },
  'a scalar of 50 MB': { file: 'huge.yaml', contents: `${butane}passwd: ${'A'.repeat(50_000_000)}\n` },
  'a scalar of 7 MB': {
    file: 'large.yaml',
    contents: `${butane}storage:\n  files:\n    - path: /a\n      contents:\n        inline: ${'A'.repeat(7_000_000)}\n    - path: b\n`,
  },
  'a binary file': {
    file: 'binary.yaml',
    contents: Buffer.concat([
      Buffer.from(butane),
      Buffer.from(Array.from({ length: 256 }, (_, index) => index)),
    ]),
  },
  'a truncated file': { file: 'cut.ign', contents: '{"ignition": {"version": "3.4.0"}, "storage": {"fi' },
  'invalid UTF-8': {
    file: 'latin.yaml',
    contents: Buffer.from(`${butane}passwd: {users: [{name: "\xff"}]}\n`, 'latin1'),
  },
  'a shell script nested 20,000 deep': {
    file: 'script.yaml',
    contents: `${butane}storage:\n  files:\n    - path: /opt/a.sh\n      contents:\n        inline: "#!/bin/bash\\n${'$('.repeat(20_000)}"\n`,
  },
};

test.each(Object.entries(hostile))(
  '%s gives a clear answer, and its neighbour is checked',
  async (_, { file, contents }) => {
    const folder = workspaceWith({ [file]: contents, 'neighbour.yaml': neighbour });
    const { code, report, stdout, stderr } = await checkFolder(folder, file, 'neighbour.yaml');
    expect([1, 3]).toContain(code);
    expect(findingPlaces(report)).toContain(neighbourFinding);
    const said = [
      ...report.findings.map((finding) => finding.origin.file),
      ...report.leftOut.map((each) => each.file),
      ...report.results.filter(({ status }) => status === 'failed').map((result) => result.subject),
    ];
    expect(said).toContain(file);
    expect(stdout + stderr).not.toMatch(/\n\s+at .*[:(]\d+|goroutine|wasm-function/);
  },
);

test('a FIFO, a loop of links and a link out of the workspace are named, not followed', async () => {
  const folder = workspaceWith({ 'inside/neighbour.yaml': neighbour });
  const inside = path.join(folder, 'inside');
  execFileSync('mkfifo', [path.join(inside, 'pipe.yaml')]);
  symlinkSync('loop.yaml', path.join(inside, 'loop.yaml'));
  symlinkSync('.', path.join(inside, 'again'));
  writeFileSync(path.join(folder, 'secret.yaml'), `${butane}password: hunter2\n`);
  symlinkSync('../secret.yaml', path.join(inside, 'out.yaml'));
  const { code, report, stdout } = await checkFolder(inside);
  expect(code).toBe(3);
  expect(findingPlaces(report)).toEqual([neighbourFinding]);
  expect(report.leftOut.map((each) => each.file)).toEqual(
    expect.arrayContaining(['loop.yaml', 'out.yaml', 'pipe.yaml']),
  );
  expect(stdout).not.toContain('hunter2');
});

test('local files of Butane are not read from outside the workspace', async () => {
  const folder = workspaceWith({
    secret: 'hunter2',
    'inside/up.yaml': `${butane}storage:\n  files:\n    - path: /a\n      contents:\n        local: ../secret\n`,
    'inside/link.yaml': `${butane}storage:\n  files:\n    - path: /a\n      contents:\n        local: link\n`,
  });
  const inside = path.join(folder, 'inside');
  symlinkSync('../secret', path.join(inside, 'link'));
  const { code, report } = await checkFolder(inside);
  expect(code).toBe(1);
  expect(findingPlaces(report)).toEqual([
    'translate/local-file link.yaml:7:16',
    'translate/local-file up.yaml:7:16',
  ]);
});

test('a tree of 100,000 files is looked through', async () => {
  const folder = workspaceWith({ 'neighbour.yaml': neighbour });
  for (let index = 0; index < 100; index += 1) {
    const sub = path.join(folder, `d${index}`);
    mkdirSync(sub);
    writeFileSync(path.join(sub, 'f0.yaml'), 'replicas: 3\n');
    // Links, because writing so many files takes longer than checking them.
    for (let file = 1; file < 1000; file += 1)
      linkSync(path.join(sub, 'f0.yaml'), path.join(sub, `f${file}.yaml`));
  }
  const { code, report } = await checkFolder(folder);
  expect(code).toBe(1);
  expect(findingPlaces(report)).toEqual([neighbourFinding]);
});
