import { beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../../checks/index.generated.ts';
import { type Core, loadCore } from '../../../src/core/host.ts';
import { checkManifests } from '../../../src/kubernetes/check-manifests.ts';
import { makeValidator } from '../../../src/kubernetes/validator.ts';
import { checkFiles } from '../../../src/machine/check-files.ts';
import { checkMachine } from '../../../src/machine/check-machine.ts';
import type { LocatedProblem } from '../../../src/model/finding.ts';
import type { ConfigText } from '../../../src/model/rendered-cluster.ts';
import { RenderedBuilder } from '../../model/source-map-builder.ts';

let core: Core;
beforeAll(async () => {
  core = await loadCore();
});

const validator = makeValidator(undefined, false);
const entry = { name: 'sample', source: 'terraform' } as const;

function check(config: ConfigText, snippets: readonly ConfigText[] = [], secrets: readonly string[] = []) {
  const context = { core, checks, strict: true, validator: () => validator, secrets };
  const machine = { name: 'worker', config, snippets, delivery: 'user-data', filesDir: '.' } as const;
  return checkMachine(context, entry, machine).problems;
}

function butane(file: string, { text, map }: RenderedBuilder): ConfigText {
  return { file, text, map, dialect: 'butane' };
}

function said({ origin, rendered, message }: LocatedProblem): string {
  const { file, line, column, endLine, endColumn } = origin;
  const end = endColumn === undefined ? '' : `-${endLine}:${endColumn}`;
  return `${file}:${line}:${column}${end} (${rendered}) ${message}`;
}

const header = 'variant: fcos\nversion: 1.5.0\n';
// Two lines of the rendered text are one of the template, so that lines differ.
const template = `%{ for key in keys ~}\n%{ endfor ~}\n${header}passwd:\n  users:\n    - name: core\n      shel: \${shell}\n`;

function node(shell: string): RenderedBuilder {
  const at = template.indexOf(header);
  const expression = `\${`;
  return new RenderedBuilder()
    .literal('node.yaml', template, at, template.indexOf(expression))
    .value('node.yaml', template, template.slice(template.indexOf(expression), -1), shell)
    .literal('node.yaml', template, template.length - 1);
}

describe('problems of a machine', () => {
  test('stand at the line of the template, and say where they are rendered', () => {
    expect(check(butane('node.yaml', node('/bin/sh'))).map(said)).toEqual([
      'node.yaml:8:7-8:11 (worker/config.bu line 6) unknown key shel',
    ]);
  });

  test('of two texts from one template are kept apart', () => {
    const other = 'shift\n'.repeat(10);
    const snippet = new RenderedBuilder()
      .literal('node.yaml', header)
      .literal('node.yaml', `${other}storag: {}\n`, other.length);
    const config = new RenderedBuilder().literal('node.yaml', `${header}sistemd: {}\n`);
    expect(check(butane('node.yaml', config), [butane('node.yaml', snippet)]).map(said)).toEqual([
      'node.yaml:3:1-3:8 (worker/config.bu line 3) unknown key sistemd',
      'node.yaml:11:1-11:7 (worker/snippet-1.bu line 3) unknown key storag',
    ]);
  });

  test('name other lines as the template has them', () => {
    const source = `# a comment\n${header}storage: {}\nstorage: {}\n`;
    const text = new RenderedBuilder().literal('node.yaml', source, source.indexOf('variant'));
    const [problem] = check(butane('node.yaml', text));
    expect(problem && said(problem)).toBe(
      'node.yaml:5:1-5:8 (worker/config.bu line 4) key "storage" is there already, on line 4',
    );
  });

  test('in a unit stand in the template of the unit', () => {
    const unit = '[Service]\nExecStart=/bin/true\nExecStrat=/bin/true\n';
    const outer = `${header}systemd:\n  units:\n    - name: a.service\n      contents: |\n        `;
    const text = new RenderedBuilder().literal('node.yaml', outer);
    for (const [index, line] of unit.split('\n').slice(0, -1).entries()) {
      const start = unit.split('\n').slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
      if (index > 0) text.unknown('        ');
      text.literal('a.service', unit, start, start + line.length + 1);
    }
    const [problem] = check(butane('node.yaml', text)).filter(({ message }) => message.includes('ExecStrat'));
    expect(problem && said(problem)).toMatch(/^a\.service:3:1(?:-3:\d+)? \(a\.service line 3\) /);
  });

  test('in a value stand at its expression', () => {
    const source = `${header}storage:\n  files:\n    - path: \${path}\n      mode: 0644\n`;
    const text = new RenderedBuilder().template('node.yaml', source, { path: 'etc/relative' });
    const problems = check(butane('node.yaml', text));
    expect(problems.map(({ origin }) => origin)).toEqual([
      { file: 'node.yaml', line: 5, column: 13, endLine: 5, endColumn: 20 },
    ]);
  });

  test('name the file that the person knows', () => {
    const unit = (text: string) =>
      `${header}systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        ExecStart=${text}\n`;
    const config = new RenderedBuilder().literal('node.yaml', unit('/bin/true'));
    const snippet = new RenderedBuilder().literal('snippet.yaml', unit('/bin/false'));
    const problems = check(butane('node.yaml', config), [butane('snippet.yaml', snippet)]);
    expect(problems.map(({ message }) => message).join('\n')).toContain('in node.yaml');
    expect(JSON.stringify(problems)).not.toContain('\\u0000');
  });

  test('a name that means Butane means it for a template as well', () => {
    const text = new RenderedBuilder().literal('node.bu.tftpl', 'storage: {}\n');
    const [problem] = check(butane('node.bu.tftpl', text));
    expect(problem?.message).toMatch(/variant/);
    expect(problem?.origin.file).toBe('node.bu.tftpl');
  });

  test('show no secret', () => {
    const source = `${header}passwd:\n  users:\n    - name: \${name}\n      \${key}: x\n`;
    const key = 'hunter2hunter2';
    const text = new RenderedBuilder().template('node.yaml', source, { name: 'core', key });
    const plain = check(butane('node.yaml', text));
    expect(plain.map(({ message }) => message)).toEqual([`unknown key ${key}`]);
    const problems = check(butane('node.yaml', text), [], [key]);
    expect(problems.map(({ message }) => message)).toEqual(['unknown key (secret)']);
  });
});

describe('problems of a manifest', () => {
  const source = `apiVersion: v1\nkind: Service\nmetadata:\n  name: \${name}\nspec:\n  port: \${port}\n`;

  test('stand at the line of the template, and say where they are rendered', () => {
    const text = new RenderedBuilder()
      .value('ssh.tf', 'local.head', 'local.head', '# rendered\n')
      .template('service.yaml', source, { name: 'Bad_Name', port: '80' });
    const manifest = { place: 'manifests/a.yaml', file: 'service.yaml', text: text.text, map: text.map };
    const { problems, results } = checkManifests(validator, checks, [{ entry, manifest }]);
    expect(results.map(({ subject }) => subject)).toEqual(['manifests/a.yaml']);
    expect(problems.map((problem) => said(problem).replace(/\) .*/, ')'))).toEqual([
      'service.yaml:6:3-6:7 (manifests/a.yaml line 7)',
      'service.yaml:4:9-4:16 (manifests/a.yaml line 5)',
      'service.yaml:5:1-5:5 (manifests/a.yaml line 6)',
    ]);
  });

  test('name other lines as the template has them', () => {
    const twice = 'metadata:\n  name: a\n  name: b\n';
    const text = new RenderedBuilder()
      .value('ssh.tf', 'local.head', 'local.head', '# rendered\n# twice\n')
      .literal('service.yaml', `apiVersion: v1\nkind: Namespace\n${twice}`);
    const manifest = { file: 'service.yaml', text: text.text, map: text.map };
    const { problems } = checkManifests(validator, checks, [{ entry, manifest }]);
    expect(problems.map(said)).toEqual([
      'service.yaml:5:3-5:7 (service.yaml line 7) the key "name" is there twice: first in line 4',
    ]);
  });

  test('of a file as it is have no other place', () => {
    const text = source.replace(/\$\{\w+\}/g, 'x');
    const { problems } = checkManifests(validator, checks, [{ entry, manifest: { file: 'a.yaml', text } }]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map(({ rendered }) => rendered)).toEqual(problems.map(() => undefined));
  });
});

describe('problems of a file', () => {
  const command = 'x = ["if true; then", "sudo reboot"]\n';
  const script = new RenderedBuilder()
    .value('main.tf', command, '"if true; then"', 'if true; then')
    .unknown('\n')
    .value('main.tf', command, '"sudo reboot"', 'sudo reboot')
    .unknown('\n');
  const file = {
    path: 'remote-exec 1.sh',
    owner: 'null_resource.run',
    target: 'machine',
    file: 'main.tf',
    text: script.text,
    map: script.map,
    isSecret: false,
  } as const;

  test('stand at the command in the module', () => {
    const { problems, results } = checkFiles(core, checks, entry, [file], []);
    expect(
      problems.map(({ check: id, origin, rendered }) => [
        id,
        origin.file,
        origin.line,
        origin.column,
        rendered,
      ]),
    ).toEqual([['contents/shell-syntax', 'main.tf', 1, 6, 'remote-exec 1.sh line 1']]);
    expect(results).toMatchObject([
      { stage: 'contents', subject: 'null_resource.run: remote-exec 1.sh', outcome: { status: 'findings' } },
    ]);
  });

  test('of the operator, or in no language that is known, are not looked for', () => {
    const others = [{ ...file, target: 'operator' } as const, { ...file, path: 'tls/ca.crt' }];
    expect(checkFiles(core, checks, entry, others, [])).toEqual({ problems: [], results: [] });
  });
});
