import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { oneLine } from '../../../scripts/terraform/console.ts';
import { differences, groups, recordedOf, workspace } from '../../../scripts/terraform/recordings.ts';
import { type Core, loadCore } from '../../../src/core/host.ts';
import type { Evaluated } from '../../../src/core/terraform-protocol.ts';

let core: Core;
beforeAll(async () => {
  core = await loadCore(workspace);
});

describe('what the terraform executable answered', () => {
  test.each(groups().map((group) => [group]))('%s', (group) => {
    const recorded = recordedOf(group);
    const expressions = recorded.map(({ expression }) => expression);
    const ours = core.call('terraform.evaluate', { expressions, folder: '/workspace' }).values;
    const different = recorded.flatMap(({ expression, ...theirs }, index) => {
      const said = inWords(ours[index]);
      return said === inWords(theirs) ? [] : [{ expression, terraform: inWords(theirs), ours: said }];
    });
    const known = expressions.filter((expression) => expression in differences);
    expect(different.filter(({ expression }) => !(expression in differences))).toEqual([]);
    expect(different.map(({ expression }) => expression)).toEqual(known);
  });

  test('there are more than two thousand, and every known difference is among them', () => {
    const expressions = groups().flatMap((group) => recordedOf(group).map(({ expression }) => expression));
    expect(expressions.length).toBeGreaterThan(2000);
    expect(Object.keys(differences).filter((each) => !expressions.includes(each))).toEqual([]);
  });
});

test('every difference has a reason', () => {
  for (const reason of Object.values(differences)) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
});

test('recordings are of the expressions in the lists', () => {
  const folder = path.resolve(import.meta.dirname, 'expressions');
  for (const group of groups()) {
    const lines = readFileSync(path.join(folder, `${group}.txt`), 'utf8').split('\n');
    const expressions = lines.filter((line) => line !== '' && !line.startsWith('#'));
    expect(recordedOf(group).map(({ expression }) => expression)).toEqual(expressions);
  }
});

function inWords(value: Evaluated | undefined): string {
  if (value === undefined) return 'nothing';
  if (value.error !== null) return inOldWords(oneLine(value.error.replaceAll('/workspace/', '')));
  const { json, type, isKnown, isSensitive } = value;
  return JSON.stringify({ json, type, isKnown, isSensitive });
}

/** Takes back what newer releases of go-cty say better: which type was given, and "any single type" for "dynamic". */
function inOldWords(error: string): string {
  return error
    .replace(/ required, but have [a-z ]+(?:\.|$)/, ' required.')
    .replace('of dynamic required', 'of any single type required');
}
