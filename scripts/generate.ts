import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkIndex } from './generate-checks.ts';
import { configValidator } from './generate-config-validator.ts';
import { thirdPartyNotices } from './generate-notices.ts';
import { quickstartPicture } from './generate-picture.ts';
import { reportValidator } from './generate-report-validator.ts';
import { systemdDirectives } from './generate-systemd.ts';
import { functionTable } from './terraform/function-table.ts';

interface Generated {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Gives the text; undefined where this machine lacks what it takes. */
  readonly make: () => string | undefined | Promise<string | undefined>;
}

const generated: readonly Generated[] = [
  { file: 'checks/index.generated.ts', make: () => checkIndex(inRoot('checks')) },
  { file: 'src/config/schema-validator.generated.ts', make: configValidator },
  { file: 'src/report-file/schema-validator.generated.ts', make: reportValidator },
  { file: 'schemas/systemd-directives.json', make: systemdDirectives },
  // Loaded late: the pages are made of the index of checks, which is written just above.
  { file: 'docs/checks.md', make: async () => (await import('./generate-docs.ts')).checkPages() },
  { file: 'docs/exit-codes.md', make: async () => (await import('./generate-docs.ts')).exitCodePage() },
  { file: 'docs/terraform-functions.md', make: functionTable },
  { file: 'docs/quickstart.svg', make: quickstartPicture },
  { file: 'THIRD-PARTY-NOTICES.txt', make: () => thirdPartyNotices(inRoot('.')) },
];

const compareOnly = process.argv.includes('--check');
for (const { file, make } of generated) {
  const text = await make();
  const target = inRoot(file);
  if (text === undefined) console.log(`${file}: skipped, there is no Go on this machine`);
  else if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
  else if (compareOnly) {
    console.error(`${file} is not up to date: run \`npm run generate\``);
    process.exitCode = 1;
  } else {
    writeFileSync(target, text);
    console.log(`wrote ${file}`);
  }
}

function inRoot(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}
