import type { RawConfig } from './raw-config.ts';
import { schemaErrors } from './schema-validator.generated.ts';

/** An error as ajv gives it (https://ajv.js.org/api.html#error-objects); `instancePath` is a JSON pointer. */
export type SchemaError = ReturnType<typeof schemaErrors>[number];

export type Validated =
  | { readonly valid: true; readonly config: RawConfig }
  | { readonly valid: false; readonly errors: readonly SchemaError[] };

/** Holds a value against the published schema, by the code that ajv made of it. */
export function validate(value: unknown): Validated {
  const errors = schemaErrors(value);
  return isValid(value, errors) ? { valid: true, config: value } : { valid: false, errors };
}

/** The schema allows what {@link RawConfig} describes, and nothing else. */
function isValid(_value: unknown, errors: readonly SchemaError[]): _value is RawConfig {
  return errors.length === 0;
}
