import type { ErrorObject } from 'ajv/dist/2020.js';
import schema from '../../schemas/windtunnel.schema.json' with { type: 'json' };
import type { RawConfig } from './raw-config.ts';

export type Validated =
  | { readonly valid: true; readonly config: RawConfig }
  | { readonly valid: false; readonly errors: readonly ErrorObject[] };

/**
 * Holds a value against the published schema. Ajv is loaded here and not at start: most runs have no
 * `windtunnel.yaml`, and loading and compiling takes tens of milliseconds.
 */
export async function validate(value: unknown): Promise<Validated> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  // The schema itself is checked by a test; checking it here would compile the schema of schemas each time.
  const ajv = new Ajv2020({ allErrors: true, meta: false, validateSchema: false });
  const accepts = ajv.compile<RawConfig>(schema);
  return accepts(value) ? { valid: true, config: value } : { valid: false, errors: accepts.errors ?? [] };
}
