import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const { INPUT_NAME, INPUT_PATH, INPUT_ARCHIVE, ARTIFACTS, GITHUB_RUN_ID, GITHUB_WORKSPACE } = process.env;
const file = path.resolve(GITHUB_WORKSPACE, INPUT_PATH);
const run = path.join(ARTIFACTS, GITHUB_RUN_ID);
const name = free(INPUT_ARCHIVE === 'false' ? path.basename(file) : INPUT_NAME);
// A runner that dies before its report is safe.
if (name === process.env.LOST_ARTIFACT) process.exit(1);
if (existsSync(path.join(run, name))) throw new Error(`an artifact cannot be changed: ${name}`);
mkdirSync(path.join(run, name), { recursive: true });
copyFileSync(file, path.join(run, name, path.basename(file)));

/** act knows no `strategy.job-index`: the jobs of a matrix are numbered as they come. */
function free(wanted) {
  if (!wanted.endsWith('-')) return wanted;
  let index = 0;
  while (existsSync(path.join(run, `${wanted}${index}`))) index += 1;
  return `${wanted}${index}`;
}
