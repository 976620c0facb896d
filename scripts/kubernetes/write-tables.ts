import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtInTables } from './generate-tables.ts';
import { tableText } from './pack-tables.ts';

const target = fileURLToPath(new URL('../../schemas/kubernetes.json', import.meta.url));
const table = builtInTables();
const text = table && tableText(table);
if (text === undefined) console.log('schemas/kubernetes.json: skipped, there is no Go on this machine');
else if (existsSync(target) && readFileSync(target, 'utf8') === text)
  console.log('schemas/kubernetes.json is up to date');
else if (process.argv.includes('--check')) {
  console.error('schemas/kubernetes.json is not up to date: run `npm run generate:kubernetes`');
  process.exitCode = 1;
} else {
  writeFileSync(target, text);
  console.log(`wrote schemas/kubernetes.json (${text.length} characters)`);
}
