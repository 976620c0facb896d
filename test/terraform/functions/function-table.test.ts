import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { functionTable } from '../../../scripts/terraform/function-table.ts';

const page = path.resolve(import.meta.dirname, '../../../docs/terraform-functions.md');

test('docs/terraform-functions.md is what scripts/generate.ts makes', () => {
  expect(readFileSync(page, 'utf8')).toBe(functionTable());
});

test('every function is called in expressions that Terraform answered, but those that its console lacks', () => {
  const uncalled = [...functionTable().matchAll(/^\| `([^`]+)` \| done \| 0 \|/gm)].map(([, name]) => name);
  expect(uncalled).toEqual(['convert', 'list', 'map', 'plantimestamp']);
});
