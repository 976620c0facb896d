import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkIndex } from './generate-checks.ts';

/** Files that are made from others: path from the root of the repository, and who makes the text. */
const generated: readonly { readonly file: string; readonly make: () => string | Promise<string> }[] = [
  { file: 'checks/index.generated.ts', make: () => checkIndex(inRoot('checks')) },
];

const compareOnly = process.argv.includes('--check');
let stale = 0;
for (const { file, make } of generated) {
  const text = await make();
  const target = inRoot(file);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
  stale += 1;
  if (compareOnly) console.error(`${file} is not up to date: run \`npm run generate\``);
  else {
    writeFileSync(target, text);
    console.log(`wrote ${file}`);
  }
}
if (compareOnly && stale > 0) process.exitCode = 1;

function inRoot(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}
