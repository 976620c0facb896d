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
  const formats = 'terminal, json, sarif, junit, github, markdown, html';

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
        'windtunnel: found nothing to check in this folder: no Butane, Container Linux Config or Ignition file, no Kubernetes manifest and no Terraform module',
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
  const told = (settings: string) => refusal([], { 'a.bu': clean, 'windtunnel.yaml': settings });

  test('settings that there are not, and values that they do not take, are told at once', async () => {
    const settings = 'platfrom: aws\nfail-on: errors\nlimits:\n  workers: many\n';
    expect(await told(settings)).toBe(
      [
        'windtunnel: windtunnel.yaml:1:1: there is no setting `platfrom`; did you mean `platform`?',
        'windtunnel: windtunnel.yaml:2:10: `fail-on` must be one of error, warning, note, never; did you mean `error`?',
        'windtunnel: windtunnel.yaml:4:12: `limits.workers` must be a whole number',
        '',
      ].join('\n'),
    );
  });

  test('files and checks that there are not are told at once', async () => {
    const settings = `machines:
  - name: a
    config: missing.bu
    snippets: [../outside.bu]
suppressions:
  - check: unit/sintax
    reason: known
    until: 2030-02-30
`;
    expect(await told(settings)).toBe(
      [
        'windtunnel: windtunnel.yaml:3:13: `missing.bu` does not exist',
        'windtunnel: windtunnel.yaml:4:16: `../outside.bu` leads out of the workspace',
        'windtunnel: windtunnel.yaml:6:12: there is no check `unit/sintax`; did you mean `unit/syntax`?',
        'windtunnel: windtunnel.yaml:8:12: there is no day 2030-02-30',
        '',
      ].join('\n'),
    );
  });

  test('one that is no YAML is told with the place', async () => {
    expect(await told('files: [a\nb: }\n')).toMatch(/^windtunnel: windtunnel\.yaml:\d+:\d+: [^\n]+\n$/);
  });

  test('one of another name that --config names', async () => {
    const files = { 'a.bu': clean, 'strange.yaml': 'colour: blue\n' };
    expect(await refusal(['--config', 'strange.yaml'], files)).toBe(
      'windtunnel: strange.yaml:1:1: there is no setting `colour`\n',
    );
  });
});
