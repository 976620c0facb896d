import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { systemdDirectives } from '../../scripts/generate-systemd.ts';
import { allDirectives, sectionsOf } from '../../src/machine/systemd/directives.ts';
import { unitTypes } from '../../src/machine/systemd/unit-name.ts';
import { valueForms } from '../../src/machine/systemd/value-forms.ts';

describe('the table of directives', () => {
  const made = systemdDirectives();

  test.skipIf(made === undefined)(
    `is what the script makes (${made === undefined ? 'systemd 252 is absent' : 'systemd 252'})`,
    () => {
      expect(readFileSync(new URL('../../schemas/systemd-directives.json', import.meta.url), 'utf8')).toBe(
        made,
      );
    },
  );

  test('has a section of its own for every type of unit, and the two that all have', () => {
    for (const type of unitTypes) expect([...sectionsOf(type).keys()], type).toHaveLength(3);
  });

  test('uses every form of value that we judge', () => {
    const types = new Set([...allDirectives.values()].flatMap((directives) => [...directives.values()]));
    expect([...valueForms.keys()].filter((type) => !types.has(type))).toEqual([]);
  });
});
