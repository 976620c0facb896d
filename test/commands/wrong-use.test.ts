import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { clean } from './configs.ts';

/** What `check` says on the standard error in a folder with these files; it must be wrong use. */
async function refusal(args: readonly string[], files: Readonly<Record<string, string>> = { 'a.bu': clean }) {
  const { code, stdout, stderr } = await runCli(['check', ...args], { cwd: workspaceWith(files) });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

describe('options', () => {
  const platforms = 'aws, azure, google-cloud, digitalocean, bare-metal, hetzner, openstack, vmware, qemu';
  const formats = 'terminal, json, sarif, junit, github, markdown';

  test.each([
    [['--fromat', 'json'], 'unknown option --fromat; did you mean --format?'],
    [['--nonsense'], 'unknown option --nonsense'],
    [['-x'], 'unknown option -x'],
    [['--format'], "Option '--format <value>' argument missing"],
    [['--format', 'jsno'], `--format: jsno is none of ${formats}; did you mean json?`],
    [['--format', 'xml=a.xml'], `--format: xml is none of ${formats}`],
    [
      ['--fail-on', 'errors'],
      '--fail-on: errors is none of error, warning, note, never; did you mean error?',
    ],
    [['--platform', 'gcp'], `--platform: gcp is none of ${platforms}`],
    [['--os', 'flatcat'], '--os: flatcat is none of fedora-coreos, flatcar; did you mean flatcar?'],
    [['--workers', '0'], '--workers: 0 is not a whole number from 1 to 999999'],
    [['--timeout', '1.5'], '--timeout: 1.5 is not a whole number from 1 to 999999'],
    [['--quiet=yes'], "Option '--quiet' does not take an argument"],
  ])('%j', async (args, message) => {
    expect(await refusal(args)).toBe(`windtunnel: ${message}\n`);
  });
});

describe('paths', () => {
  test('one that does not exist', async () => {
    expect(await refusal(['a.bu', 'b.bu'])).toBe('windtunnel: b.bu does not exist\n');
  });

  test('a configuration that does not exist', async () => {
    expect(await refusal(['--config', 'other.yaml'])).toBe('windtunnel: other.yaml: no such file\n');
  });

  test('a configuration outside of what is checked', async () => {
    expect(await refusal(['--config', '../other.yaml'])).toMatch(
      /^windtunnel: \.\.\/other\.yaml lies outside .*, the folder that is checked\n$/,
    );
  });

  test('a folder without anything to check', async () => {
    expect(await refusal([], {})).toBe(
      [
        'windtunnel: found nothing to check in this folder: no Butane, Container Linux Config or Ignition file',
        'windtunnel: name the files in windtunnel.yaml (files: or machines:), or pass their paths',
        '',
      ].join('\n'),
    );
  });

  test('a part of a folder without anything to check', async () => {
    const files = { 'a.bu': clean, 'docs/values.yaml': 'replicas: 3\n' };
    expect(await refusal(['docs'], files)).toContain('found nothing to check below docs: ');
  });

  test('a baseline that does not exist', async () => {
    expect(await refusal(['--baseline', 'known.json', '--quiet'])).toBe(
      'windtunnel: baseline known.json cannot be read; write one with --write-baseline known.json\n',
    );
  });

  test('a baseline that is none', async () => {
    const files = { 'a.bu': clean, 'known.json': '[]' };
    expect(await refusal(['--baseline', 'known.json', '--quiet'], files)).toBe(
      'windtunnel: baseline known.json is not a baseline; write one with --write-baseline\n',
    );
  });
});

describe('windtunnel.yaml', () => {
  test('all that is wrong in it is told at once, each with its place', async () => {
    const settings = `platfrom: aws
fail-on: errors
machines:
  - name: a
    config: missing.bu
suppressions:
  - check: unit/sintax
    reason: known
`;
    expect(await refusal([], { 'a.bu': clean, 'windtunnel.yaml': settings })).toBe('');
  });

  test('one that is no YAML', async () => {
    expect(await refusal([], { 'a.bu': clean, 'windtunnel.yaml': 'files: [a\nb: }\n' })).toBe('');
  });

  test('one of another name that --config names', async () => {
    const files = { 'a.bu': clean, 'strange.yaml': 'colour: blue\n' };
    expect(await refusal(['--config', 'strange.yaml'], files)).toBe('');
  });
});
