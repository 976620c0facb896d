import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bombs } from './bombs.ts';
import { type Answer, checkHostile, neighbour } from './workspace.ts';

let workspace: string;
let answer: Answer;

beforeAll(async () => {
  workspace = mkdtempSync(path.join(tmpdir(), 'windtunnel-bombs-'));
  for (const [name, { files }] of Object.entries(bombs)) {
    for (const [file, text] of Object.entries(files)) write(path.join(folderOf(name), file), text);
  }
  for (const [file, text] of Object.entries(neighbour)) write(file, text);
  const modules = [...Object.keys(bombs).map(folderOf), 'neighbour'];
  const settings = { terraform: { modules, ignore: ['/*/*/'] } };
  write('windtunnel.yaml', JSON.stringify(settings));
  answer = await checkHostile(workspace, ['--timeout', '10']);
});

afterAll(() => rmSync(workspace, { recursive: true }));

test('the run ends, and the neighbour is checked', () => {
  expect([1, 3]).toContain(answer.code);
  expect(answer.isNeighbourChecked).toBe(true);
  expect(answer.output).not.toMatch(/\n\s+at .*[:(]\d+|goroutine|wasm-function|a defect of windtunnel/);
});

describe('what asks for too much is told so', () => {
  test.each(Object.entries(bombs))('%s', (name, { says }) => {
    const folder = folderOf(name);
    const said = [
      ...answer.findings.filter((each) => each.includes(` ${folder}/`)),
      ...answer.failures.filter((each) => each.startsWith(`${folder} `)),
    ];
    if (says === undefined) expect(said).toEqual([]);
    else expect(said.filter((each) => says.test(each))).not.toEqual([]);
  });
});

function folderOf(name: string): string {
  return name.replace(/[^A-Za-z]+/g, '-');
}

function write(file: string, text: string): void {
  const target = path.join(workspace, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
