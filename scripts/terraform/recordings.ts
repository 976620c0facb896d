import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Evaluated } from '../../src/core/terraform-protocol.ts';

const root = path.resolve(import.meta.dirname, '../../test/terraform/functions');

/** Root module that expressions are evaluated in. */
export const workspace = path.join(root, 'workspace');
export const signaturesFile = path.join(root, 'recorded/signatures.generated.json');

/** What `terraform console` answers to one expression. */
export interface Recorded extends Evaluated {
  readonly expression: string;
}

/** Why an answer of ours is another one than Terraform's, by expression. */
export const differences: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.join(root, 'differences.json'), 'utf8'),
);

/** Names of the lists of expressions. */
export function groups(): readonly string[] {
  return readdirSync(path.join(root, 'expressions'))
    .map((name) => path.basename(name, '.txt'))
    .sort();
}

/** The expressions of a list, one a line; lines with # are comments. */
export function expressionsOf(group: string): readonly string[] {
  const lines = readFileSync(path.join(root, 'expressions', `${group}.txt`), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

/** Empty when the list has not been recorded yet. */
export function recordedOf(group: string): readonly Recorded[] {
  try {
    return JSON.parse(readFileSync(recordFile(group), 'utf8')).values;
  } catch {
    return [];
  }
}

export function writeRecorded(group: string, terraform: string, values: readonly Recorded[]): void {
  const head = `{"generatedBy": "scripts/terraform/record-functions.ts", "terraform": ${JSON.stringify(terraform)}, "values": [`;
  const lines = values.map((value) => JSON.stringify(value));
  writeFileSync(recordFile(group), `${head}\n${lines.join(',\n')}\n]}\n`);
}

function recordFile(group: string): string {
  return path.join(root, 'recorded', `${group}.generated.json`);
}
