import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { componentFlags } from './component-flags.ts';
import { componentTables } from './component-tables.ts';

const files = { 'component-flags.json': componentFlags, 'kubernetes-components.json': componentTables };
for (const [file, make] of Object.entries(files)) {
  const target = fileURLToPath(new URL(`../../schemas/${file}`, import.meta.url));
  const text = make();
  if (text === undefined) console.log(`schemas/${file}: skipped, there is no Go on this machine`);
  else if (existsSync(target) && readFileSync(target, 'utf8') === text)
    console.log(`schemas/${file} is up to date`);
  else if (process.argv.includes('--check')) {
    console.error(`schemas/${file} is not up to date: run \`npm run generate:components\``);
    process.exitCode = 1;
  } else {
    writeFileSync(target, text);
    console.log(`wrote schemas/${file} (${text.length} characters)`);
  }
}
