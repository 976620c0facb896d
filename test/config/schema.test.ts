import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import schema from '../../schemas/windtunnel.schema.json' with { type: 'json' };
import { configTemplate } from '../../src/commands/init-templates.ts';
import { readConfig } from '../../src/config/load.ts';

test('the schema is one, with a description for every setting', () => {
  const ajv = new Ajv2020({ strict: true });
  expect(ajv.validateSchema(schema)).toBe(true);
  const { machine, suppression } = schema.$defs;
  const settings = { ...schema.properties, ...machine.properties, ...suppression.properties };
  for (const [name, setting] of Object.entries(settings))
    expect.soft(setting.description, name).toMatch(/\.$/);
});

test('the settings that `windtunnel init` writes as examples are valid once they are uncommented', () => {
  const text = configTemplate.replace(/^# (?=[a-z-]+:| {2})/gm, '');
  expect(text).toMatch(/^machines:$/m);
  const known = new Set(['unit/unknown-directive']);
  expect(readConfig('windtunnel.yaml', text, known, () => true)).toMatchObject({ kind: 'config' });
});
