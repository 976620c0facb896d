import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { functionTable } from './function-table.ts';

// Writes docs/terraform-functions.md; with --check it only compares.
const page = path.resolve(import.meta.dirname, '../../docs/terraform-functions.md');
const text = functionTable();
if (!process.argv.includes('--check')) {
  writeFileSync(page, text);
} else if (!existsSync(page) || readFileSync(page, 'utf8') !== text) {
  console.error(
    'docs/terraform-functions.md is not up to date: run `npx tsx scripts/terraform/generate-function-table.ts`',
  );
  process.exitCode = 1;
}
