import type { Field, Struct, ValueType } from '../../../src/kubernetes/schema/struct.ts';
import type { Tables } from '../../../src/kubernetes/schema/tables.ts';

type JsonSchema = { readonly [keyword: string]: unknown };

/** What holds below a place: see `checkSchema` on `status` and on schemas within CustomResourceDefinitions. */
interface Mode {
  readonly values: boolean;
  readonly names: boolean;
}

const int64 = { minimum: -(2 ** 63), exclusiveMaximum: 2 ** 63 };
const int32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

/**
 * The type of a kind as one JSON schema (draft 7) without outside references, for ajv and kubeconform. It says what
 * `checkSchema` refuses, in another language. Formats and `uniqueBy` are annotations for who does not know them.
 *
 * @returns undefined when that minor has no such kind
 */
export function toJsonSchema(
  tables: Tables,
  apiVersion: string,
  kind: string,
  minor: number,
): JsonSchema | undefined {
  const found = tables.find(apiVersion, kind, minor);
  if (found.state !== 'known') return undefined;
  const definitions: Record<string, JsonSchema> = {};
  const root = new Converter(definitions).struct(found.schema, { values: true, names: true }, true);
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...root, definitions };
}

class Converter {
  private readonly definitions: Record<string, JsonSchema>;

  constructor(definitions: Record<string, JsonSchema>) {
    this.definitions = definitions;
  }

  struct(struct: Struct, mode: Mode, isRoot: boolean): JsonSchema {
    const fields = [...struct.fields.values()];
    const required = mode.values ? fields.filter((field) => field.required) : [];
    return {
      type: isRoot ? 'object' : ['object', 'null'],
      properties: Object.fromEntries(
        fields.map((field) => {
          const ofServer = isRoot && field.name === 'status';
          return [field.name, this.field(field, ofServer ? { ...mode, values: false } : mode)];
        }),
      ),
      ...(mode.names && { additionalProperties: false }),
      ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    };
  }

  private field(field: Field, mode: Mode): JsonSchema {
    if (!mode.values) return this.type(field.type, mode, true);
    const type = this.type(field.type, mode, !field.required);
    return {
      ...(field.values ? withEnum(type, [...field.values]) : type),
      ...(field.required && field.zeroIsAbsent && { minLength: 1, minItems: 1, not: { const: 0 } }),
      ...(field.unique && { uniqueBy: field.keys }),
    };
  }

  private type(type: ValueType, mode: Mode, nullable: boolean): JsonSchema {
    switch (type.form) {
      case 'struct': {
        const reference = this.reference(type.struct, mode);
        return nullable ? reference : { allOf: [reference, { type: 'object' }] };
      }
      case 'list':
        return { type: types(nullable, 'array'), items: this.item(type.item, mode) };
      case 'map':
        return { type: types(nullable, 'object'), additionalProperties: this.type(type.item, mode, true) };
      case 'schema-or-array':
      case 'schema-or-boolean':
      case 'schema-or-strings':
        return schemaField(type.form, this.reference(type.struct, { ...mode, names: false }));
      default:
        return scalar(type.form, nullable);
    }
  }

  /** Null among structs is an empty struct, which may lack what is required. */
  private item(type: ValueType, mode: Mode): JsonSchema {
    const mayBeNull = type.form !== 'struct' || !mode.values || type.struct.requiredCount === 0;
    return this.type(type, mode, mayBeNull);
  }

  private reference(struct: Struct, mode: Mode): JsonSchema {
    const name = `${struct.name}${mode.values ? '' : '-types'}${mode.names ? '' : '-any-field'}`;
    if (this.definitions[name] === undefined) {
      // Structs may hold themselves.
      this.definitions[name] = {};
      this.definitions[name] = this.struct(struct, mode, false);
    }
    return { $ref: `#/definitions/${name}` };
  }
}

/** JSON type or types, with null where it may stand for an absent value. */
function types(nullable: boolean, ...names: readonly string[]): string | readonly string[] {
  if (nullable) return [...names, 'null'];
  return names.length === 1 ? names.join() : names;
}

function withEnum(type: JsonSchema, values: readonly string[]): JsonSchema {
  return type['items'] === undefined
    ? { ...type, enum: [null, ...values] }
    : { ...type, items: { type: ['string', 'null'], enum: [null, ...values] } };
}

function schemaField(form: string, schema: JsonSchema): JsonSchema {
  if (form === 'schema-or-boolean') return { anyOf: [{ type: ['boolean', 'null'] }, schema] };
  const items = form === 'schema-or-array' ? schema : { type: ['string', 'null'] };
  return { anyOf: [{ type: ['boolean', 'number', 'string', 'null'] }, schema, { type: 'array', items }] };
}

/** Bounds and formats say nothing of values of other types. */
function scalar(form: string, nullable: boolean): JsonSchema {
  switch (form) {
    case 'string':
    case 'boolean':
      return { type: types(nullable, form) };
    case 'int32':
      return { type: types(nullable, 'integer'), ...int32 };
    case 'int64':
      return { type: types(nullable, 'integer'), ...int64 };
    case 'double':
      return { type: types(nullable, 'number') };
    case 'int-or-string':
      return { type: types(nullable, 'string', 'integer'), ...int32 };
    case 'quantity':
      return { type: types(nullable, 'string', 'number'), format: 'quantity' };
    case 'bytes':
      return {
        type: types(nullable, 'string', 'array'),
        format: 'base64-bytes',
        items: { type: ['integer', 'null'], minimum: 0, maximum: 255 },
      };
    case 'time':
    case 'micro-time':
    case 'duration':
      return { type: types(nullable, 'string'), format: form };
    default:
      return nullable ? {} : { not: { const: null } };
  }
}
