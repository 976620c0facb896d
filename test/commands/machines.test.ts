import { describe, expect, test } from 'vitest';
import { checkFolder, findingPlaces } from '../support/read-report.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { clean, withLongKey, withWarning } from './configs.ts';

describe('a snippet that three machines share', () => {
  const files = {
    'a.bu': clean,
    'b.bu': clean,
    'c.bu': clean,
    'shared.bu': withWarning,
    'windtunnel.yaml': `machines:
  - {name: one, config: a.bu, snippets: [shared.bu]}
  - {name: two, config: b.bu, snippets: [shared.bu]}
  - {name: three, config: c.bu, snippets: [shared.bu]}
`,
  };

  test('has one finding with three entries', async () => {
    const { report } = await checkFolder(workspaceWith(files));
    expect(findingPlaces(report)).toEqual(['unit/unknown-directive shared.bu:8:9']);
    expect(report.findings[0]?.entries).toEqual(['one', 'three', 'two']);
  });

  test('is told once on the terminal', async () => {
    const { stdout } = await runCli(['check'], { cwd: workspaceWith(files) });
    expect(stdout.match(/^warning\[/gm)).toHaveLength(1);
    expect(stdout).toContain('\n  = in all 3 entries\n');
    expect(stdout).toContain('\n1 warning in 4 files\n');
  });

  test('can be suppressed for one of them', async () => {
    const settings = `${files['windtunnel.yaml']}suppressions:
  - {check: unit/unknown-directive, entries: [two], reason: known}
`;
    const { report } = await checkFolder(workspaceWith({ ...files, 'windtunnel.yaml': settings }));
    expect(report.findings.map(({ entries }) => entries)).toEqual([['one', 'three']]);
    const units = report.results.filter(({ stage }) => stage === 'units');
    expect(units.map(({ entry, status }) => [entry, status])).toEqual([
      ['one', 'findings'],
      ['three', 'findings'],
      ['two', 'passed'],
    ]);
  });
});

describe('--platform', () => {
  const folder = () => workspaceWith({ 'a.bu': withLongKey(20_000), 'b.bu': clean });
  const userData = async (...args: string[]) => {
    const { code, report } = await checkFolder(folder(), ...args);
    const results = report.results.filter(({ stage }) => stage === 'user-data');
    return { code, places: findingPlaces(report), statuses: results.map(({ status }) => status) };
  };

  test('aws refuses too large user data', async () => {
    expect(await userData('--platform', 'aws')).toEqual({
      code: 1,
      places: ['user-data/too-large a.bu:2:1'],
      statuses: ['findings', 'passed'],
    });
  });

  test.each([
    [['--platform', 'azure'], 'passed'],
    [['--platform', 'bare-metal'], 'not-applicable'],
    [['--platform', 'bare-metal', '--os', 'fedora-coreos'], 'passed'],
    [[], 'skipped'],
  ])('%j has nothing against it', async (args, status) => {
    expect(await userData(...args)).toEqual({ code: 0, places: [], statuses: [status, status] });
  });

  test('wins over windtunnel.yaml, for its machines as well', async () => {
    const files = {
      'a.bu': withLongKey(20_000),
      'b.bu': withLongKey(20_000),
      'windtunnel.yaml': 'platform: azure\nmachines:\n  - {name: one, config: a.bu, platform: azure}\n',
    };
    const { report } = await checkFolder(workspaceWith(files), '--platform', 'aws');
    expect(report.findings.map(({ entries }) => entries)).toEqual([['one'], ['b.bu']]);
  });
});

describe('local files', () => {
  const config = `variant: fcos
version: 1.5.0
storage:
  files:
    - path: /opt/run.sh
      mode: 0755
      contents:
        local: parts/run.sh
  trees:
    - local: parts/tree
systemd:
  units:
    - name: a.service
      contents_local: parts/a.service
`;
  const parts = {
    'parts/run.sh': '#!/bin/bash\nif true; then\n  true\n',
    'parts/tree/etc/app.json': '{"a": 1,}\n',
    'parts/a.service': '[Service]\nExecStart=/usr/bin/true\nNonsense=1\n',
  };
  const found = [
    'unit/unknown-directive parts/a.service:3:1',
    'contents/shell-syntax parts/run.sh:2:1',
    'contents/json-syntax parts/tree/etc/app.json:1:9',
  ];

  function below(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));
  }

  test('are read beside the config, and found fault with at their own place', async () => {
    const { report } = await checkFolder(workspaceWith({ 'a.bu': config, ...parts }));
    expect(findingPlaces(report)).toEqual(found);
  });

  test('are found in a folder above', async () => {
    const { report } = await checkFolder(workspaceWith({ 'machines/a.bu': config, ...parts }));
    expect(findingPlaces(report)).toEqual(found);
  });

  test.each([
    ['files-dir of windtunnel.yaml', 'files-dir: data\n'],
    ['files-dir of the machine', 'machines:\n  - {name: a, config: machines/a.bu, files-dir: data}\n'],
  ])('are read from %s', async (_, settings) => {
    const files = { 'machines/a.bu': config, ...below('data', parts), 'windtunnel.yaml': settings };
    const { report } = await checkFolder(workspaceWith(files));
    expect(findingPlaces(report)).toEqual(found.map((place) => place.replace('parts/', 'data/parts/')));
  });

  test('that are not there are named where the config names them', async () => {
    const { report } = await checkFolder(
      workspaceWith({ 'a.bu': config, 'parts/a.service': parts['parts/a.service'] }),
    );
    expect(findingPlaces(report)).toContain('translate/local-file a.bu:8:16');
  });
});
