import type { JsonObject, JsonValue } from '../value.ts';

/** Limits on numbers, lengths and counts. */
export interface Bounds {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMinimum: boolean;
  readonly exclusiveMaximum: boolean;
  readonly multipleOf: number | undefined;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
  readonly minProperties: number | undefined;
  readonly maxProperties: number | undefined;
}

/** The bounds of a schema that says nothing of any. */
export const noBounds: Bounds = readBounds({});

/** Keywords that `readBounds` reads. */
export const boundKeys: ReadonlySet<string> = new Set(Object.keys(noBounds));

/** Reads the bounds of a schema, which is worth the while only where it has one of `boundKeys`. */
export function readBounds(source: JsonObject): Bounds {
  return {
    minimum: number(source['minimum']),
    maximum: number(source['maximum']),
    exclusiveMinimum: source['exclusiveMinimum'] === true,
    exclusiveMaximum: source['exclusiveMaximum'] === true,
    multipleOf: number(source['multipleOf']),
    minLength: number(source['minLength']),
    maxLength: number(source['maxLength']),
    minItems: number(source['minItems']),
    maxItems: number(source['maxItems']),
    minProperties: number(source['minProperties']),
    maxProperties: number(source['maxProperties']),
  };
}

function number(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : undefined;
}
