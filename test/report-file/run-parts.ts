import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reporters } from '../../src/report/index.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';

/** What a run wrote in every format, by the format, and how it ended. */
export interface AllFormats {
  readonly code: number | null;
  readonly texts: Readonly<Record<string, string>>;
}

/** Runs a command that takes `--format`, with all formats. */
export async function runWithAllFormats(args: readonly string[], cwd: string): Promise<AllFormats> {
  const out = workspaceWith({});
  const fileOf = (format: string): string => path.join(out, format);
  const outputs = reporters.map(({ format }) => `--format=${format}=${fileOf(format)}`);
  const { code, stderr } = await runCli([...args, ...outputs], { cwd });
  if (stderr !== '') throw new Error(stderr);
  const texts = reporters.map(({ format }) => [format, readFileSync(fileOf(format), 'utf8')]);
  return { code, texts: Object.fromEntries(texts) };
}

interface PartChoice {
  /** Numbers of parts that do not run. */
  readonly without?: readonly number[];
  readonly args?: readonly string[];
}

/** Runs the parts of a check in turn; gives the files of their reports. */
export async function runParts(
  cwd: string,
  of: number,
  { without = [], args: more = [] }: PartChoice = {},
): Promise<string[]> {
  const out = workspaceWith({});
  const files: string[] = [];
  for (let index = 1; index <= of; index += 1) {
    if (without.includes(index)) continue;
    const file = path.join(out, `${index}.json`);
    const args = ['check', '--quiet', ...more, '--shard', `${index}/${of}`, `--format=json=${file}`];
    const { code, stdout, stderr } = await runCli(args, { cwd });
    if (code !== 0 || stdout + stderr !== '') throw new Error(`part ${index}: ${code} ${stdout}${stderr}`);
    files.push(file);
  }
  return files;
}
