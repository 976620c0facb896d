import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { change, checkBase, commitAll, git, repositoryWith, statuses } from './base-repository.ts';
import { clean, withError } from './configs.ts';

const config = (inline: string): string =>
  `variant: fcos\nversion: 1.5.0\nstorage:\n  files:\n    - path: /etc/motd\n      contents:\n        inline: ${JSON.stringify(inline)}\n`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

const names = (report: Awaited<ReturnType<typeof checkBase>>['report']) =>
  Object.fromEntries(report.difference.entries.map(({ name, status }) => [name, status]));

describe('a base that cannot be used is used wrongly', () => {
  test.each([
    ['of no repository', false, 'HEAD', /this folder is in no git repository; check out the change with git/],
    ['that is not there', true, 'gone', /no such commit; fetch it with `git fetch origin COMMIT`/],
    ['that looks like an option', true, '--output=pwned', /--base --output=pwned: no such commit/],
    ['that is two', true, 'HEAD..HEAD', /no such commit/],
    ['that is a file', true, 'HEAD:a.bu', /no such commit/],
  ])('%s', async (_, isRepository, name, message) => {
    const files = { 'a.bu': clean };
    const cwd = isRepository ? repositoryWith(files) : workspaceWith(files);
    const { code, stderr, stdout } = await runCli(['check', `--base=${name}`], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(readdirSync(cwd).filter((file) => file !== '.git')).toEqual(['a.bu']);
  });

  test('in a shallow clone it says how deep to fetch', async () => {
    const origin = repositoryWith({ 'a.bu': clean });
    change(origin, { 'a.bu': config('a') });
    commitAll(origin);
    const folder = workspaceWith({});
    git(folder, 'clone', '--quiet', '--depth=1', `file://${origin}`, 'clone');
    const cwd = path.join(folder, 'clone');
    const { code, stderr } = await runCli(['check', '--base', 'HEAD~1'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('set `fetch-depth: 2` for actions/checkout');
    git(cwd, 'fetch', '--quiet', '--depth=2', 'origin', 'main');
    expect(names((await checkBase(cwd, ['--base', 'HEAD~1'])).report)).toEqual({ 'a.bu': 'changed' });
  });
});

describe('what is compared', () => {
  test('files that came, went and changed, untracked ones too', async () => {
    const cwd = repositoryWith({ 'a.bu': config('a'), 'b.bu': config('b'), 'c.bu': config('c') });
    change(cwd, { 'a.bu': config('A'), 'b.bu': null, 'd.bu': config('d') });
    const { report } = await checkBase(cwd);
    expect(names(report)).toEqual({ 'a.bu': 'changed', 'b.bu': 'removed', 'c.bu': 'same', 'd.bu': 'added' });
  });

  test('findings of the base, though they are gone or suppressed there', async () => {
    const cwd = repositoryWith({
      'a.bu': withError,
      'b.bu': withError,
      'windtunnel.yaml': 'suppressions:\n  - check: translate/unused-key\n    reason: old\n',
    });
    change(cwd, { 'a.bu': clean });
    const { report } = await checkBase(cwd);
    expect(report.base.findings.map(({ origin }) => origin.file)).toEqual(['a.bu', 'b.bu']);
    expect(report.findings).toEqual([]);
  });

  test('nothing, where nothing differs', async () => {
    const cwd = repositoryWith({ 'a.bu': withError, 'b.bu': clean });
    const { report } = await checkBase(cwd);
    expect(names(report)).toEqual({ 'a.bu': 'same', 'b.bu': 'same' });
    expect(report.base.findings).toHaveLength(1);
  });

  test('an ignored file that is named', async () => {
    const cwd = repositoryWith({ '.gitignore': 'own.bu\n', 'a.bu': clean });
    change(cwd, { 'own.bu': clean });
    expect(names((await checkBase(cwd, ['--base', 'HEAD', 'own.bu', 'a.bu'])).report)).toEqual({
      'a.bu': 'same',
      'own.bu': 'added',
    });
  });

  test('a subfolder, a PATH that the base lacks, and a configuration of its own', async () => {
    const cwd = repositoryWith({
      '.gitignore': 'built/\n',
      'top.bu': withError,
      'lab/own.yaml': 'ignore: [left.bu]\n',
      'lab/x/a.bu': config('a'),
      'lab/x/left.bu': withError,
    });
    change(cwd, { 'lab/x/a.bu': config('A'), 'lab/new/b.bu': clean, 'lab/x/built/c.bu': withError });
    const args = ['--base', 'HEAD', '--config', 'own.yaml', 'x', 'new'];
    const { report } = await checkBase(path.join(cwd, 'lab'), args);
    expect(names(report)).toEqual({ 'x/a.bu': 'changed', 'new/b.bu': 'added' });
    expect(report.base).toMatchObject({ isComplete: true, findings: [] });
  });

  test('a work tree beside the repository', async () => {
    const origin = repositoryWith({ 'a.bu': config('a') });
    const cwd = path.join(workspaceWith({}), 'tree');
    git(origin, 'worktree', 'add', '--quiet', '--detach', cwd);
    change(cwd, { 'a.bu': config('A') });
    expect(names((await checkBase(cwd, ['--base', 'main'])).report)).toEqual({ 'a.bu': 'changed' });
  });

  test('what a sparse checkout has, and nothing else', async () => {
    const origin = repositoryWith({ 'in/a.bu': config('a'), 'out/b.bu': withError });
    const cwd = path.join(workspaceWith({}), 'clone');
    git(origin, 'clone', '--quiet', '--no-checkout', origin, cwd);
    git(cwd, 'sparse-checkout', 'set', 'in');
    git(cwd, 'checkout', '--quiet', 'main');
    change(cwd, { 'in/a.bu': config('A') });
    const { report } = await checkBase(cwd);
    expect(names(report)).toEqual({ 'in/a.bu': 'changed' });
    expect(report.base.findings).toEqual([]);
  });

  test('what the settings of the base say of the base', async () => {
    const cwd = repositoryWith({ 'a.bu': clean, 'b.bu': withError, 'windtunnel.yaml': 'ignore: [b.bu]\n' });
    change(cwd, { 'windtunnel.yaml': 'files: ["*.bu"]\n' });
    const { report } = await checkBase(cwd);
    expect(names(report)).toEqual({ 'a.bu': 'same', 'b.bu': 'added' });
    expect(report.base).toMatchObject({ isComplete: true, findings: [] });
  });

  test('nothing that is known, where the settings of the base cannot be read', async () => {
    const cwd = repositoryWith({ 'a.bu': withError, 'windtunnel.yaml': 'nonsense: 1\n' });
    change(cwd, { 'windtunnel.yaml': null });
    const { report, code } = await checkBase(cwd);
    expect(code).toBe(1);
    expect(report.base).toMatchObject({ isComplete: false, findings: [] });
    expect(report.difference.entries).toEqual([
      {
        name: 'a.bu',
        status: 'unknown',
        reason: expect.stringMatching(/^the base could not be checked: windtunnel.yaml:1:1: .*nonsense/),
      },
    ]);
  });

  test('a config that did not translate is neither equal nor a whole base', async () => {
    const cwd = repositoryWith({ 'a.bu': 'variant: fcos\nversion: 1.5.0\nstorage: [}\n' });
    change(cwd, { 'a.bu': clean });
    const { report } = await checkBase(cwd);
    expect(report.base.isComplete).toBe(false);
    expect(report.difference.entries).toEqual([
      { name: 'a.bu', status: 'unknown', reason: 'in the base, the config of a.bu does not translate' },
    ]);
  });
});

describe('what is shown of a difference', () => {
  test('files, units, drop-ins and the rest of a machine, each at its place', async () => {
    const machine = (value: string) => `variant: fcos
version: 1.5.0
passwd:
  users:
    - name: core
      password_hash: $y$${value}
      ssh_authorized_keys: [ssh-ed25519 AAAA ${value}]
storage:
  files:
    - path: /opt/tool
      mode: 0755
      contents:
        source: data:;base64,${Buffer.from(`\0${value}`).toString('base64')}
    - path: /etc/motd
      contents:
        compression: gzip
        source: data:;base64,H4sIAAAAAAAAA8tIzcnJ5wIAIDA6NgYAAAA=
systemd:
  units:
    - name: docker.service
      enabled: true
      dropins:
        - name: 10-a.conf
          contents: |
            [Service]
            Restart=${value}
`;
    const cwd = repositoryWith({ 'a.bu': machine('always') });
    change(cwd, { 'a.bu': machine('no').replace(/ {4}- path: \/etc\/motd\n(?: {6}.*\n)*/, '') });
    const { report, stdout } = await checkBase(cwd);
    const shown = report.difference.changes.map(({ path: place, lines }) => [
      place,
      ...lines.filter((line) => /^[-+]/.test(line)),
    ]);
    expect(shown).toEqual([
      ['/etc/motd', '-hello'],
      ['/etc/systemd/system/docker.service.d/10-a.conf', '-Restart=always', '+Restart=no'],
      [
        '/opt/tool',
        `-(binary: 7 bytes, SHA-256 ${sha256('\0always')})`,
        `+(binary: 3 bytes, SHA-256 ${sha256('\0no')})`,
      ],
      [
        'ignition.json',
        '-          "ssh-ed25519 AAAA always"',
        '+          "ssh-ed25519 AAAA no"',
        '-      },',
        '-      {',
        '-        "path": "/etc/motd"',
      ],
    ]);
    expect(stdout).not.toContain('$y$');
  });

  test('that the values of a Secret changed, and not to what', async () => {
    const secret = (value: string) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nstringData:\n  token: ${value}\n`;
    const cwd = repositoryWith({ 'a.yaml': secret('first-value') });
    change(cwd, { 'a.yaml': secret('other-value') });
    const { report, stdout } = await checkBase(cwd, ['--base', 'HEAD', '--rendered']);
    expect(report.difference.changes).toMatchObject([
      { path: 'a.yaml', status: 'changed', lines: [], added: 0 },
    ]);
    expect(stdout).not.toMatch(/first-value|other-value/);
  });

  test('long lines and many lines are cut, and the rest is counted', async () => {
    const cwd = repositoryWith({ 'a.bu': config('') });
    const lines = Array.from({ length: 3000 }, (_, index) => `line ${index}`);
    change(cwd, { 'a.bu': config(`${'\u{1f600}'.repeat(1500)}\n${lines.join('\n')}`) });
    const { report } = await checkBase(cwd);
    const [only] = report.difference.changes;
    expect(only).toMatchObject({ path: '/etc/motd', added: 3001, leftOut: 1003 });
    expect(only?.lines).toHaveLength(2000);
    expect(only?.lines[1]).toBe(`+${'\u{1f600}'.repeat(999)}\u2026`);
  });
});

describe('what is left of it', () => {
  test('the work tree and the index are as they were, and no temporary file stays', async () => {
    const cwd = repositoryWith({ 'a.bu': config('a'), 'b.bu': clean });
    change(cwd, { 'a.bu': config('A') });
    git(cwd, 'add', 'a.bu');
    const state = () => [
      git(cwd, 'status', '--porcelain'),
      readFileSync(path.join(cwd, '.git/index')).toString('base64'),
    ];
    const before = state();
    const temporary = workspaceWith({});
    await checkBase(cwd, ['--base', 'HEAD'], { TMPDIR: temporary });
    expect(readdirSync(temporary)).toEqual([]);
    change(cwd, { 'windtunnel.yaml': 'nonsense: 1\n' });
    git(cwd, 'add', 'windtunnel.yaml');
    git(cwd, 'commit', '--quiet', '--message=b', '--', 'windtunnel.yaml');
    change(cwd, { 'windtunnel.yaml': null });
    await checkBase(cwd, ['--base', 'HEAD'], { TMPDIR: temporary });
    expect(readdirSync(temporary)).toEqual([]);
    git(cwd, 'reset', '--quiet', '--soft', 'HEAD~1');
    git(cwd, 'rm', '--quiet', '--cached', 'windtunnel.yaml');
    expect(state()[0]).toBe(before[0]);
  });

  test('no hook, filter or program of the configuration is run, and none decides on the bytes', async () => {
    const cwd = repositoryWith({
      'a.bu': config('a\n\nb\n'),
      '.gitattributes': '*.bu filter=own diff=own\n* diff=own\n',
    });
    change(cwd, { 'a.bu': config('a\n\nc\n') });
    const plain = await checkBase(cwd);
    const settings = {
      'filter.own.smudge': 'touch pwned; cat',
      'diff.own.textconv': 'touch pwned; cat',
      'diff.own.command': 'touch pwned; true',
      'diff.external': 'touch pwned; true',
      'core.fsmonitor': 'touch pwned; true',
      'diff.noprefix': 'true',
      'diff.context': '0',
      'diff.suppressBlankEmpty': 'true',
      'diff.wordRegex': '.',
      'color.ui': 'always',
    };
    for (const [name, value] of Object.entries(settings)) git(cwd, 'config', name, value);
    const home = workspaceWith({
      '.gitconfig': '[diff]\n  external = touch pwned\n  noprefix = true\n[color]\n  ui = always\n',
    });
    expect((await checkBase(cwd, ['--base', 'HEAD'], { HOME: home })).stdout).toBe(plain.stdout);
    expect(plain.report.difference.changes[0]?.lines).toEqual(['@@ -1,3 +1,3 @@', ' a', ' ', '-b', '+c']);
    expect(readdirSync(cwd)).not.toContain('pwned');
  });

  test('a link of the base that leads out is not followed', async () => {
    const outside = workspaceWith({ 'secret.bu': withError });
    const cwd = repositoryWith({ 'a.bu': clean });
    symlinkSync(path.join(outside, 'secret.bu'), path.join(cwd, 'link.bu'));
    symlinkSync('a.bu', path.join(cwd, 'inside.bu'));
    commitAll(cwd);
    rmSync(path.join(cwd, 'link.bu'));
    const { report } = await checkBase(cwd);
    expect(names(report)).toEqual({ 'a.bu': 'same', 'inside.bu': 'same' });
    expect(report.base.findings).toEqual([]);
  });
});

test('texts that would take the square of their length to look through', async () => {
  const begin = '-----BEGIN RSA PRIVATE KEY-----';
  const blanks = Buffer.from(`${begin}${' '.repeat(2_000_000)}`).toString('base64');
  const texts = [
    '\n'.repeat(1_000_000),
    '#-----BEGIN CERTIFICATE REQUEST-----\n'.repeat(100_000),
    `# ${'-----BEGIN '.repeat(200_000)}\n`,
    `# ${blanks}\n`,
    `# kind:${' '.repeat(2_000_000)}\n`,
  ];
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n';
  const cwd = workspaceWith(Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, secret + text])));
  const { code, stdout } = await runCli(['check', '--rendered', '--quiet', '--format', 'json'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('(base64 of -----BEGIN RSA PRIVATE KEY----- (secret))');
}, 60_000);

test.each([2, 3])('%i parts joined are one run', async (of) => {
  const cwd = repositoryWith({ 'a.bu': config('a'), 'b.bu': withError, 'c.bu': config('c'), 'd.bu': clean });
  change(cwd, { 'a.bu': config('A'), 'c.bu': config('A'), 'd.bu': null, 'e.bu': withError });
  const args = ['--base', 'HEAD', '--rendered', '--quiet'];
  const whole = await checkBase(cwd, args);
  const out = workspaceWith({});
  const parts = Array.from({ length: of }, (_, index) => path.join(out, `${index + 1}.json`));
  for (const [index, part] of parts.entries()) {
    await runCli(['check', ...args, '--shard', `${index + 1}/${of}`, '--format', `json=${part}`], { cwd });
  }
  const joined = await runCli(['report', '--format', 'json', ...parts], { cwd: out });
  expect(joined.stdout).toBe(whole.stdout);
  expect(statuses(whole.report)).toEqual({ changed: 2, same: 1, removed: 1, added: 1 });
});
