import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { type LoadedConfig, loadConfig, readConfig } from '../../src/config/load.ts';
import { open, tempFolder } from '../sources/temp-workspace.ts';

const knownChecks = new Set(['machine/duplicate-unit', 'unit/unknown-directive', 'translate/unused-key']);
const present = new Set(['a.bu', 'b.bu', 's/one.bu', 'files']);

function read(text: string): LoadedConfig {
  return readConfig('windtunnel.yaml', text, knownChecks, (path) => present.has(path));
}

/** `line:column message` of each error. */
function errorsOf(text: string): string[] {
  const loaded = read(text);
  if (loaded.kind === 'config') return [];
  return loaded.errors.map(({ message, origin }) => `${origin.line}:${origin.column} ${message}`);
}

describe('settings', () => {
  test('without a file, or with an empty one, are the defaults', () => {
    const workspace = open(tempFolder());
    const loaded = loadConfig(workspace, { knownChecks });
    expect(loaded).toEqual({ kind: 'config', config: defaultConfig });
    for (const text of ['', '# nothing yet\n', '---\n', 'machines:\n']) {
      expect(read(text)).toEqual({
        kind: 'config',
        config: { ...defaultConfig, file: 'windtunnel.yaml' },
      });
    }
  });

  test('are read from every key', () => {
    const text = [
      'files: ["*.bu"]',
      'ignore: [old/]',
      'files-dir: ./files/',
      'strict: false',
      'platform: aws',
      'os: flatcar',
      'os-version: 4230.2.1',
      'kubernetes: v1.36.2',
      'require-schemas: true',
      'machines:',
      '  - name: worker',
      '    config: a.bu',
      '    snippets: [s/one.bu]',
      '    role: worker',
      '    pool: blue',
      '    platform: azure',
      '    delivery: file',
      'fail-on: warning',
      'suppressions:',
      '  - check: machine/duplicate-unit',
      '    paths: [old/]',
      '    entries: [worker]',
      '    reason: known',
      '    until: 2030-01-31',
      'baseline: later.json',
      'limits: {timeout-seconds: 5, workers: 2}',
      'terraform:',
      '  modules: [aws/]',
      '  ignore: [aws/vpc/]',
      '  variables: {name: a, pools: [{size: 1}], __proto__: b}',
      '  axes: {networking: [cilium], count: [1, 3], public: [true]}',
      '  max-entries: 12',
    ].join('\n');
    const kubernetes = { kubernetes: '1.36', kubernetesFrom: 'windtunnel.yaml' };
    expect(read(text)).toEqual({
      kind: 'config',
      config: {
        file: 'windtunnel.yaml',
        folder: '',
        files: ['*.bu'],
        ignore: ['old/'],
        filesDir: 'files',
        strict: false,
        target: { platform: 'aws', os: 'flatcar', osVersion: '4230.2.1', ...kubernetes },
        requireSchemas: true,
        machines: [
          {
            name: 'worker',
            config: 'a.bu',
            snippets: ['s/one.bu'],
            role: 'worker',
            pool: 'blue',
            target: { platform: 'azure', os: 'flatcar', osVersion: '4230.2.1', ...kubernetes },
            delivery: 'file',
            filesDir: undefined,
            origin: { file: 'windtunnel.yaml', line: 11, column: 5 },
          },
        ],
        failOn: 'warning',
        suppressions: [
          {
            check: 'machine/duplicate-unit',
            paths: ['old/'],
            entries: ['worker'],
            reason: 'known',
            until: '2030-01-31',
            origin: { file: 'windtunnel.yaml', line: 20, column: 5 },
            untilOrigin: { file: 'windtunnel.yaml', line: 24, column: 5 },
          },
        ],
        baseline: 'later.json',
        limits: { timeoutSeconds: 5, workers: 2 },
        terraform: {
          modules: ['aws/'],
          ignore: ['aws/vpc/'],
          variables: { name: 'a', pools: [{ size: 1 }], ['__proto__']: 'b' },
          axes: { networking: ['cilium'], count: [1, 3], public: [true] },
          maxEntries: 12,
        },
      },
    });
  });

  test('paths are relative to the folder of the file', () => {
    const workspace = open(
      tempFolder({ 'in/windtunnel.yaml': 'machines: [{name: a, config: ../b/c.bu}]', 'b/c.bu': '' }),
      'in',
    );
    const loaded = loadConfig(workspace, { knownChecks });
    expect(loaded.kind === 'config' && [loaded.config.folder, loaded.config.machines[0]?.config]).toEqual([
      'in',
      'b/c.bu',
    ]);
  });
});

describe('the file', () => {
  const tree = {
    'windtunnel.yaml': 'platform: aws',
    'x/windtunnel.yml': 'platform: azure',
    'x/y/z.bu': '',
    'x/other.yaml': 'platform: qemu',
    'w/a.bu': '',
  };

  test.each([
    ['is the one of the current folder', [], 'aws'],
    ['is the nearest above a target', ['x/y'], 'azure'],
    ['is the nearest above a named file', ['x/y/z.bu'], 'azure'],
    ['is the nearest above all targets', ['x/y', 'w/a.bu'], 'aws'],
  ])('%s', (_, named, platform) => {
    const loaded = loadConfig(open(tempFolder(tree), ...named), { knownChecks });
    expect(loaded.kind === 'config' && loaded.config.target.platform).toBe(platform);
  });

  test('may be named, and must then be there', () => {
    const workspace = open(tempFolder(tree));
    const loaded = loadConfig(workspace, { file: 'x/other.yaml', knownChecks });
    expect(loaded.kind === 'config' && loaded.config.target.platform).toBe('qemu');
    expect(loadConfig(workspace, { file: 'nope.yaml', knownChecks })).toEqual({
      kind: 'errors',
      errors: [{ message: 'no such file', origin: { file: 'nope.yaml', line: 0, column: 0 } }],
    });
  });

  test('must be text', () => {
    const folder = tempFolder({ 'windtunnel.yaml': Buffer.from('strict: true # \xe9', 'latin1') });
    expect(loadConfig(open(folder), { knownChecks })).toMatchObject({
      errors: [{ message: 'not UTF-8 at byte offset 15' }],
    });
  });
});

describe('errors have a place and a remedy', () => {
  test.each([
    ['an unknown key', 'strcit: true\n', ['1:1 there is no setting `strcit`; did you mean `strict`?']],
    [
      'an unknown key that is like none',
      'a: 1\n\ncolour: red\n',
      ['1:1 there is no setting `a`', '3:1 there is no setting `colour`'],
    ],
    ['an underscore', 'fail_on: error\n', ['1:1 there is no setting `fail_on`; did you mean `fail-on`?']],
    [
      'an unknown platform',
      'platform: asw\n',
      [
        '1:11 `platform` must be one of aws, azure, google-cloud, digitalocean, bare-metal, hetzner, openstack, vmware, qemu; did you mean `aws`?',
      ],
    ],
    [
      'an unknown system',
      'os:   fedora-core\n',
      ['1:7 `os` must be one of fedora-coreos, flatcar; did you mean `fedora-coreos`?'],
    ],
    [
      'an unknown severity',
      'fail-on: critical\n',
      ['1:10 `fail-on` must be one of error, warning, note, never'],
    ],
    ['text for a switch', 'strict: "true"\n', ['1:9 `strict` must be true or false']],
    ['yes for a switch', 'strict: yes\n', ['1:9 `strict` must be true or false']],
    [
      'a number for text',
      'os-version: 39\n',
      ['1:13 `os-version` must be text: put it in quotes if it is a number'],
    ],
    ['text for a list', 'ignore: old/\n', ['1:9 `ignore` must be a list']],
    ['a list for the file', '- a\n', ['1:1 the file must be a mapping of settings']],
    ['text for the file', 'hello\n', ['1:1 the file must be a mapping of settings']],
    ['a machine without a config', 'machines:\n  - name: a\n', ['2:5 `machines[0]` needs `config`']],
    ['a machine that is text', 'machines:\n  - a.bu\n', ['2:5 `machines[0]` must be a mapping of settings']],
    [
      'an unknown key of a machine',
      'machines:\n  - name: a\n    config: a.bu\n    snipets: []\n',
      ['4:5 there is no setting `snipets` in `machines[0]`; did you mean `snippets`?'],
    ],
    [
      'an unknown role',
      'machines:\n  - {name: a, config: a.bu, role: master}\n',
      ['2:35 `machines[0].role` must be one of controller, worker'],
    ],
    [
      'an unknown delivery',
      'machines:\n  - {name: a, config: a.bu, delivery: userdata}\n',
      ['2:39 `machines[0].delivery` must be one of user-data, file, matchbox; did you mean `user-data`?'],
    ],
    [
      'an empty name',
      'machines:\n  - {name: "", config: a.bu}\n',
      ['2:12 `machines[0].name` must be more than blanks'],
    ],
    [
      'a snippet that is no text',
      'machines:\n  - name: a\n    config: a.bu\n    snippets:\n      - s/one.bu\n      - 7\n',
      ['6:9 `machines[0].snippets[1]` must be text: put it in quotes if it is a number'],
    ],
    [
      'a config that does not exist',
      'machines:\n  - name: a\n    config: c.bu\n',
      ['3:13 `c.bu` does not exist'],
    ],
    [
      'a path out of the workspace',
      'machines:\n  - name: a\n    config: a.bu\n    snippets: [../x.bu]\n',
      ['4:16 `../x.bu` leads out of the workspace'],
    ],
    ['an absolute path', 'files-dir: /etc\n', ['1:12 `/etc` must be relative to this file']],
    [
      'two machines of one name',
      'machines:\n  - {name: a, config: a.bu}\n  - {name: a, config: b.bu}\n',
      ['3:12 another machine has the name `a` already'],
    ],
    [
      'a suppression without a reason',
      'suppressions:\n  - check: machine/duplicate-unit\n',
      ['2:5 `suppressions[0]` needs `reason`'],
    ],
    [
      'a reason left empty',
      'suppressions:\n  - check: machine/duplicate-unit\n    reason:\n',
      ['2:5 `suppressions[0]` needs `reason`'],
    ],
    [
      'a reason of blanks',
      'suppressions:\n  - check: machine/duplicate-unit\n    reason: " "\n',
      ['3:13 `suppressions[0].reason` must be more than blanks'],
    ],
    [
      'an unknown check',
      'suppressions:\n  - reason: r\n    check: machine/duplicate-units\n',
      ['3:12 there is no check `machine/duplicate-units`; did you mean `machine/duplicate-unit`?'],
    ],
    [
      'a date of another form',
      'suppressions:\n  - {check: translate/unused-key, reason: r, until: 31.1.2030}\n',
      ['2:53 `suppressions[0].until` must be a date, YYYY-MM-DD'],
    ],
    [
      'a day that does not exist',
      'suppressions:\n  - check: translate/unused-key\n    reason: r\n    until: 2030-02-30\n',
      ['4:12 there is no day 2030-02-30'],
    ],
    [
      'no time at all',
      'limits:\n  timeout-seconds: 0\n',
      ['2:20 `limits.timeout-seconds` must be at least 1'],
    ],
    ['too many workers', 'limits: {workers: 1000}\n', ['1:19 `limits.workers` must be at most 64']],
    ['a part of a worker', 'limits: {workers: 1.5}\n', ['1:19 `limits.workers` must be a whole number']],
    [
      'an unknown limit',
      'limits: {worker: 1}\n',
      ['1:10 there is no setting `worker` in `limits`; did you mean `workers`?'],
    ],
    [
      'a key that stands there twice',
      'strict: true\nos: flatcar\nstrict: false\n',
      ['3:1 `strict` stands here twice'],
    ],
    ['a key that is a list', '? [a]\n: 1\n', ['1:3 a key must be a word']],
    [
      'a merge key',
      'x: &x {strict: true}\n<<: *x\n',
      ['1:1 there is no setting `x`', '2:1 there is no setting `<<`'],
    ],
    ['a prototype', '__proto__: {strict: false}\n', ['1:1 there is no setting `__proto__`']],
    [
      'a second document',
      'strict: true\n---\nstrict: false\n',
      ['3:1 a second document: the settings are one document'],
    ],
    [
      'columns count letters, not bytes',
      'ignore: ["é😀", 1]\n',
      ['1:16 `ignore[1]` must be text: put it in quotes if it is a number'],
    ],
  ])('%s', (_, text, expected) => expect(errorsOf(text)).toEqual(expected));

  test('all of them at once, in the order of the lines', () => {
    const text = 'platform: moon\nmachines:\n  - name: a\nlimits:\n  workers: many\nstrikt: 1\n';
    expect(errorsOf(text).map((error) => error.split(' ')[0])).toEqual(['1:11', '3:5', '5:12', '6:1']);
  });

  test('what the schema cannot know, at once as well', () => {
    const text = [
      'machines:',
      '  - {name: a, config: x.bu}',
      '  - {name: a, config: a.bu}',
      'suppressions:',
      '  - {check: none/such, reason: r, until: 2030-13-01}',
    ].join('\n');
    expect(errorsOf(text)).toEqual([
      '2:23 `x.bu` does not exist',
      '3:12 another machine has the name `a` already',
      '5:13 there is no check `none/such`',
      '5:42 there is no day 2030-13-01',
    ]);
  });

  test.each([
    ['a quote left open', 'strict: "true\nos: flatcar\n', '1:9'],
    ['a bracket left open', 'strict: true\nignore: [a, b\n', '2:9'],
    ['a tab', 'limits:\n\tworkers: 1\n', '2:1'],
  ])('YAML with %s', (_, text, place) => {
    const [error, ...more] = errorsOf(text);
    expect([error?.split(' ')[0], more]).toEqual([place, []]);
  });

  test('an alias bomb is refused', () => {
    const lines = ['x0: &x0 [a, a, a, a, a, a, a, a, a, a]'];
    for (let level = 1; level < 12; level += 1) {
      lines.push(`x${level}: &x${level} [${Array.from({ length: 10 }, () => `*x${level - 1}`).join(', ')}]`);
    }
    expect(errorsOf(lines.join('\n'))[0]).toBe('1:1 more than 100000 values, aliases counted');
  });
});
