import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const { ARTIFACTS, GITHUB_RUN_ID, GITHUB_WORKSPACE } = process.env;
const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
if (input('run-id') !== GITHUB_RUN_ID && input('github-token') === '')
  throw new Error('the artifacts of another run take a token');
const run = path.join(ARTIFACTS, input('run-id'));
const target = path.resolve(GITHUB_WORKSPACE, input('path'));
const pattern = new RegExp(`^${input('pattern').replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
const there = existsSync(run) ? readdirSync(run).sort() : [];
const names = input('name') ? [input('name')] : there.filter((name) => pattern.test(name));
// As the real one: several get a folder each, one does not.
for (const name of names)
  cpSync(path.join(run, name), names.length > 1 ? path.join(target, name) : target, { recursive: true });
console.log(`${names.length} artifacts`);
