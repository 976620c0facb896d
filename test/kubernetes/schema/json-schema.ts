import type { Field, Struct, ValueType } from '../../../src/kubernetes/schema/struct.ts';
import type { Tables } from '../../../src/kubernetes/schema/tables.ts';

type JsonSchema = boolean | { readonly [keyword: string]: unknown };

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
): { readonly [keyword: string]: unknown } | undefined {
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

  struct(struct: Struct, mode: Mode, isRoot: boolean): { readonly [keyword: string]: unknown } {
    const fields = [...struct.fields.values()];
    const required = mode.values ? fields.filter((field) => field.required) : [];
    return {
      type: 'object',
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
    const type = this.type(field.type, mode);
    const rules: JsonSchema[] = [];
    if (mode.values && field.required) rules.push({ not: { enum: [null, '', 0, []] } });
    if (mode.values && field.values) rules.push(enumRule(field.type, [...field.values]));
    if (mode.values && field.unique) rules.push({ uniqueBy: field.keys });
    const nullable = { anyOf: [{ type: 'null' }, type] };
    return rules.length > 0 ? { allOf: [nullable, ...rules] } : nullable;
  }

  private type(type: ValueType, mode: Mode): JsonSchema {
    switch (type.form) {
      case 'struct':
        return this.reference(type.struct, mode);
      case 'list':
        return { type: 'array', items: this.item(type.item, mode) };
      case 'map':
        return {
          type: 'object',
          additionalProperties: { anyOf: [{ type: 'null' }, this.type(type.item, mode)] },
        };
      case 'schema-or-array':
      case 'schema-or-boolean':
      case 'schema-or-strings':
        return this.schemaField(type.form, this.reference(type.struct, { ...mode, names: false }));
      default:
        return scalar(type.form);
    }
  }

  /** Null among structs is an empty struct, which may lack what is required. */
  private item(type: ValueType, mode: Mode): JsonSchema {
    const item = this.type(type, mode);
    const empty = type.form !== 'struct' || !mode.values || type.struct.requiredCount === 0;
    return empty ? { anyOf: [{ type: 'null' }, item] } : item;
  }

  private schemaField(form: string, schema: JsonSchema): JsonSchema {
    if (form === 'schema-or-boolean') return { anyOf: [{ type: 'boolean' }, schema] };
    const items =
      form === 'schema-or-array' ? { anyOf: [{ type: 'null' }, schema] } : { type: ['null', 'string'] };
    return {
      anyOf: [{ type: ['boolean', 'number', 'string', 'null'] }, schema, { type: 'array', items }],
    };
  }

  private reference(struct: Struct, mode: Mode): JsonSchema {
    const name = `${struct.name}${mode.values ? '' : '-types'}${mode.names ? '' : '-any-field'}`;
    if (this.definitions[name] === undefined) {
      // Structs may hold themselves.
      this.definitions[name] = true;
      this.definitions[name] = this.struct(struct, mode, false);
    }
    return { $ref: `#/definitions/${name}` };
  }
}

function enumRule(type: ValueType, values: readonly string[]): JsonSchema {
  const rule = { enum: [null, ...values] };
  return type.form === 'list' ? { items: rule } : rule;
}

function scalar(form: string): JsonSchema {
  switch (form) {
    case 'string':
      return { type: 'string' };
    case 'boolean':
      return { type: 'boolean' };
    case 'int32':
      return { type: 'integer', ...int32 };
    case 'int64':
      return { type: 'integer', ...int64 };
    case 'double':
      return { type: 'number' };
    case 'int-or-string':
      return { anyOf: [{ type: 'string' }, { type: 'integer', ...int32 }] };
    case 'quantity':
      return { anyOf: [{ type: 'number' }, { type: 'string', format: 'quantity' }] };
    case 'bytes':
      return {
        anyOf: [
          { type: 'string', format: 'base64-bytes' },
          {
            type: 'array',
            items: { anyOf: [{ type: 'null' }, { type: 'integer', minimum: 0, maximum: 255 }] },
          },
        ],
      };
    case 'time':
    case 'micro-time':
    case 'duration':
      return { type: 'string', format: form };
    default:
      return true;
  }
}
