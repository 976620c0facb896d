// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what this is about

import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { workspaceWith } from '../../support/workspace.ts';
import { checkModules, runGuarded } from '../traps/check-modules.ts';
import { readTree } from '../traps/run-traps.ts';
import { checkHostile, neighbour } from './workspace.ts';

const secret = 'hunter2-of-another-folder';

/** Expressions that ask for what lies outside, by the function that is refused. */
const reading: readonly (readonly [string, string])[] = [
  ['file', 'file("/etc/passwd")'],
  ['file', 'file("/proc/self/environ")'],
  ['file', 'file("/dev/zero")'],
  ['file', 'file("../../secret.txt")'],
  ['file', 'file("${path.module}/../../secret.txt")'],
  ['file', 'file("${path.root}/../../secret.txt")'],
  ['file', 'file("${path.cwd}/../../secret.txt")'],
  ['file', 'file("${path.module}/link.txt")'],
  ['file', 'file("${path.module}/folder/secret.txt")'],
  ['file', 'file(abspath("../../secret.txt"))'],
  ['filebase64', 'filebase64("../../secret.txt")'],
  ['filesha256', 'filesha256("../../secret.txt")'],
  ['filemd5', 'filemd5("${path.module}/link.txt")'],
  ['templatefile', 'templatefile("../../secret.txt", {})'],
  ['templatefile', 'templatefile("${path.module}/link.txt", {})'],
  ['file', 'templatefile("${path.module}/reads.tftpl", {})'],
  ['fileset', 'join(",", fileset("../..", "*"))'],
  ['fileset', 'join(",", fileset("/etc", "pass*"))'],
  ['fileset', 'join(",", fileset(path.module, "../../*"))'],
  ['fileexists', 'fileexists("../../secret.txt") ? "there" : "not there"'],
  ['fileexists', 'fileexists("/etc/passwd") ? "there" : "not there"'],
];

/** What the operator's own folder holds is nothing wrong, and not known. */
const ofTheOperator = ['file("~/secret.txt")', 'file(pathexpand("~/secret.txt"))'];

function outsideAndIn(): { readonly home: string; readonly inside: string } {
  const expressions = [...reading.map(([, expression]) => expression), ...ofTheOperator];
  const files = expressions.map((expression, index) => {
    return `resource "local_file" "f${index}" {\n  filename = "f${index}"\n  content  = ${expression}\n}\n`;
  });
  const home = workspaceWith({
    'secret.txt': secret,
    'secret.tfvars': `token = "${secret}"\n`,
    'outside/main.tf': `output "a" {\n  value = "${secret}\${}"\n}\n`,
    'in/reads/main.tf': files.join(''),
    'in/reads/reads.tftpl': '${file("../../secret.txt")}',
    'in/values/main.tf': 'variable "token" {\n  type = string\n}\noutput "token" {\n  value = var.token\n}\n',
    ...Object.fromEntries(Object.entries(neighbour).map(([file, text]) => [`in/${file}`, text])),
    'in/windtunnel.yaml': 'terraform:\n  modules: [reads, values, neighbour]\n',
  });
  const inside = path.join(home, 'in');
  symlinkSync('../../secret.txt', path.join(inside, 'reads/link.txt'));
  symlinkSync('../..', path.join(inside, 'reads/folder'));
  symlinkSync('../../outside/main.tf', path.join(inside, 'reads/linked.tf'));
  symlinkSync('../../secret.tfvars', path.join(inside, 'values/terraform.tfvars'));
  return { home, inside };
}

test('nothing outside of the workspace is read, whatever function asks for it', async () => {
  const { home, inside } = outsideAndIn();
  const { code, findings, gaps, output, isNeighbourChecked } = await checkHostile(inside, [], { HOME: home });
  expect({ code, isNeighbourChecked }).toEqual({ code: 1, isNeighbourChecked: true });
  expect(output).not.toContain('hunter2');
  expect(output).not.toContain('root:');
  const refused = findings.filter((each) => each.startsWith('terraform/file-access reads/'));
  expect(refused.map((each) => /function "(\w+)"/.exec(each)?.[1]).sort()).toEqual(
    reading.map(([name]) => name).sort(),
  );
  expect(gaps.filter((each) => each.includes('~/secret.txt'))).not.toEqual([]);
  for (const each of refused)
    expect(each).toContain('reads only files of the workspace and of fetched modules, not ');
});

test('links that lead out are named', async () => {
  const { home, inside } = outsideAndIn();
  const { report } = await checkModules(inside, [], { HOME: home });
  const reason = 'a symlink that leads out of the workspace';
  expect(report.leftOut.filter((each) => each.reason === reason).map(({ file }) => file)).toEqual([
    'reads/folder',
    'reads/link.txt',
    'reads/linked.tf',
    'values/terraform.tfvars',
  ]);
  expect(report.gaps.map(({ what }) => what)).toContain('variable token');
});

test('a FIFO and a folder are no files, and nothing waits for them', async () => {
  const folder = workspaceWith({
    ...neighbour,
    'odd/main.tf':
      'output "a" {\n  value = file("${path.module}/pipe")\n}\noutput "b" {\n  value = file("${path.module}/folder")\n}\n',
    'windtunnel.yaml': 'terraform:\n  modules: [odd, neighbour]\n',
  });
  mkdirSync(path.join(folder, 'odd/folder'));
  execFileSync('mkfifo', [path.join(folder, 'odd/pipe')]);
  execFileSync('mkfifo', [path.join(folder, 'odd/pipe.tf')]);
  const { code, findings, isNeighbourChecked } = await checkHostile(folder);
  expect({ code, isNeighbourChecked }).toEqual({ code: 1, isNeighbourChecked: true });
  expect(findings.filter((each) => each.startsWith('terraform/file-access'))).toHaveLength(2);
});

test('nothing is written outside of the folder that is named', async () => {
  const written = ['../../up', '/opt/../abs', '..\\\\back', 'a/../../b', '', '.', '${"x"}/\\u001b[31m\\nnew'];
  const folder = workspaceWith({ 'in/windtunnel.yaml': 'terraform:\n  modules: [odd]\n' });
  const inside = path.join(folder, 'in');
  mkdirSync(path.join(inside, 'odd'));
  const files = written.map(
    (name, index) =>
      `resource "local_file" "f${index}" {\n  filename = "${name}"\n  content  = "text ${index}"\n}\n`,
  );
  writeFileSync(path.join(inside, 'odd/main.tf'), files.join(''));
  const before = Object.keys(readTree(folder));
  await runGuarded(['render', '--quiet', '--out', 'out/deeper'], inside);
  const fresh = Object.keys(readTree(folder)).filter((file) => !before.includes(file));
  expect(fresh.every((file) => file.startsWith('in/out/deeper/odd/'))).toBe(true);
  expect(fresh.filter((file) => file.includes('/operator/'))).toHaveLength(written.length);
  expect(fresh.join('')).toMatch(/^[\w./@=+,-]+$/);
});
