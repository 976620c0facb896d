import { beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.generated.ts';
import { type Core, loadCore } from '../../src/core/host.ts';
import { makeValidator } from '../../src/kubernetes/validator.ts';
import { checkMachine } from '../../src/machine/check-machine.ts';
import { configWithFile, configWithUnits, fileLines } from '../../src/machine/example-config.ts';

let core: Core;
beforeAll(async () => {
  core = await loadCore();
});

/** All that is said of a Butane config: `check line:column severity message`. */
function findings(text: string): string[] {
  const machine = {
    name: 'worker',
    config: { file: 'worker.yaml', text, dialect: 'butane' },
    snippets: [],
    delivery: 'user-data',
    filesDir: '.',
  } as const;
  const { problems } = checkMachine(
    { core, checks, strict: true, validator: () => makeValidator(undefined, false) },
    { name: 'worker', source: 'files' },
    machine,
  );
  return problems.map(
    ({ check, severity, message, origin }) =>
      `${check} ${origin.line}:${origin.column} ${severity} ${message}`,
  );
}

const script = (text: string) => findings(configWithFile('/opt/bin/tool', text, '0755'));

describe('scripts', () => {
  test.each<[string, string]>([
    ['bash', '#!/bin/bash\na=(1 2)\n[[ $a == 1* ]] && echo "$a"\ndiff <(true) <(true)\n'],
    ['bash words in /bin/sh, which is bash on these machines', '#!/bin/sh\na=(1 2)\necho "$a"\n'],
    [
      'a substitution that starts with a subshell',
      '#!/bin/bash\na=$((echo b | cat) || true)\necho $((1 + (2)))\n',
    ],
    ['a here-document', '#!/bin/bash\ncat <<EOF\n{{ not ours }}\nEOF\n'],
    ['Python', '#!/usr/bin/env python3\nif True:\n    print(")")\n'],
    ['nothing but a shebang', '#!/bin/sh\n'],
  ])('%s passes', (_, text) => {
    expect(script(text)).toEqual([]);
  });

  test('the place counts characters, not bytes', () => {
    expect(script('#!/bin/bash\necho "é😀" )\n')).toEqual([
      'contents/shell-syntax 10:21 error shell syntax: a command can only contain words and redirects; encountered `)`',
    ]);
  });

  test('an error that both shells have is reported for sh', () => {
    expect(script('#!/bin/sh\nfor a in 1 2; do\n')).toEqual([
      'contents/shell-syntax 10:25 error shell syntax: `do` must be followed by a statement list',
    ]);
  });

  test('the place is right behind a substitution that starts with a subshell', () => {
    expect(script('#!/bin/bash\na=$((true) || true) )\n')).toEqual([
      'contents/shell-syntax 10:31 error shell syntax: a command can only contain words and redirects; encountered `)`',
    ]);
    expect(script('#!/bin/bash\na=$((true) || true)\necho $((1 +))\n')).toEqual([
      expect.stringMatching(/^contents\/shell-syntax 11:/),
    ]);
  });

  test('Windows line ends matter to other interpreters in the first line only', () => {
    const crlf = 'the line ends in a carriage return, which becomes part of the command';
    expect(script('#!/usr/bin/python3\r\nprint()\r\n')).toEqual([
      expect.stringMatching(`^contents/crlf-script 8:.* error ${crlf}$`),
    ]);
    expect(script('#!/usr/bin/python3\nprint()\r\n')).toEqual([]);
    expect(script('#!/bin/sh\ntrue\r\n')).toEqual([
      expect.stringMatching(`^contents/crlf-script 8:.* error ${crlf}$`),
    ]);
  });
});

describe('data files', () => {
  test.each<[string, string, string[]]>([
    ['/etc/a.json', '{"a": 1}\n', []],
    [
      '/etc/a.json',
      '{\n  "é": 1,\n}\n',
      ['contents/json-syntax 10:11 error not JSON: a key in double quotes expected, "}" found'],
    ],
    ['/etc/a.toml', 'a = 1\n[b]\nc = [1, 2]\n', []],
    [
      '/etc/a.toml',
      'a = 1\na = 2\n',
      ['contents/toml-syntax 9:11 error not TOML: trying to redefine an already defined table or value'],
    ],
    [
      '/etc/a.toml',
      'a = "é😀" b\n',
      [
        'contents/toml-syntax 8:20 error not TOML: each key-value declaration must be followed by an end-of-line',
      ],
    ],
    ['/etc/a.yaml', 'a: 1\n---\nb: [1, 2]\n', []],
    [
      '/etc/a.yaml',
      'a: 1\n---\nb: [1, 2\n',
      ['contents/yaml-syntax 10:14 error not YAML: deficient indentation'],
    ],
    ['/etc/a.yaml', 'a: {{ .Values.a }}\nb: {{ [ }}\n', []],
    ['/etc/a.txt', '{', []],
  ])('%s %j', (path, text, expected) => {
    expect(findings(configWithFile(path, text))).toEqual(expected);
  });
});

describe('programs without permission', () => {
  const ready = (path: string, mode: string | undefined, unit: string) =>
    findings(
      [
        ...configWithUnits({ name: 'ready.service', contents: `[Service]\n${unit}\n` })
          .trimEnd()
          .split('\n'),
        'storage:',
        '  files:',
        ...fileLines(path, '#!/bin/bash\necho ready\n', mode),
        '',
      ].join('\n'),
    );

  test('are reported where a unit runs them, wherever they are', () => {
    expect(
      ready('/etc/ready', '0600', 'ExecStart=/bin/true\nExecStartPost=/bin/sleep 1\nExecStop=/etc/ready now'),
    ).toEqual([
      'contents/not-executable 10:18 error /etc/ready is run here, but has mode 0600: it is not executable',
    ]);
  });

  test('not when a shell is given them', () => {
    expect(ready('/etc/ready', undefined, 'ExecStart=/bin/bash /etc/ready')).toEqual([]);
  });

  test('not with the permission', () => {
    expect(ready('/opt/bin/ready', '0700', 'ExecStart=/opt/bin/ready')).toEqual([]);
  });
});

describe('unit files among the plain files', () => {
  test('are checked as units, with their drop-ins', () => {
    const text = [
      'variant: fcos',
      'version: 1.5.0',
      'storage:',
      '  files:',
      ...fileLines('/etc/systemd/system/web.service', '[Service]\nExecStart=/opt/bin/web\n'),
      ...fileLines(
        '/etc/systemd/system/web.service.d/a.conf',
        '[Service]\nExecStart=/opt/bin/b\nRestarts=1\n',
      ),
      ...fileLines('/etc/containers/systemd/db.container', '[Container]\nImages=a\n'),
      '',
    ].join('\n');
    expect(findings(text)).toEqual([
      'unit/multiple-exec-start 14:21 error systemd refuses web.service: this is a second ExecStart=, which only Type=oneshot may have',
      'unit/unknown-directive 15:11 warning systemd ignores Restarts= in [Service]: did you mean Restart=?',
      'unit/unknown-directive 20:11 error Podman refuses this file for Images= in [Container]: did you mean Image=?',
    ]);
  });

  test('count as units that are there, for the drop-ins of others', () => {
    const text = [
      configWithUnits(
        { name: 'web@1.service', dropins: { 'a.conf': '[Service]\nUser=a\n' } },
        { name: 'db.service', dropins: { 'a.conf': '[Service]\nRestart=always\n' } },
        { name: 'cache.service', dropins: { 'a.conf': '[Service]\nRestart=always\n' } },
      ).trimEnd(),
      'storage:',
      '  files:',
      ...fileLines('/etc/systemd/system/web@.service', '[Service]\nExecStart=/opt/bin/web\n'),
      ...fileLines('/etc/containers/systemd/db.container', '[Container]\nImage=a\n'),
      '',
    ].join('\n');
    expect(findings(text)).toEqual([
      'unit/dropin-of-unknown-unit 21:13 note cache.service is not in this config and not known as a unit of the OS',
    ]);
  });
});
