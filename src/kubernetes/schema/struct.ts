import type { DefinitionRow, FieldFacts, FieldRow, ScalarType, TableFile } from './table-file.ts';
import { scalarTypes } from './table-file.ts';

/** What a value has to be. */
export type ValueType =
  | { readonly form: Exclude<ScalarType, SchemaForm> }
  | { readonly form: 'list' | 'map'; readonly item: ValueType }
  | { readonly form: 'struct'; readonly struct: Struct }
  | { readonly form: SchemaForm; readonly struct: Struct };

/** Fields of a CustomResourceDefinition that hold a JSON schema or something else; `struct`: of the schema. */
export type SchemaForm = Extract<ScalarType, `schema-or-${string}`>;

/** One field of a struct in one minor. */
export interface Field {
  readonly name: string;
  readonly type: ValueType;
  /** What `typeof` says of values that are right, whatever they are; undefined where there is more to look at. */
  readonly accepts: 'string' | 'boolean' | undefined;
  /** The API server refuses an object without it. */
  readonly required: boolean;
  /** Go cannot tell an empty string, 0 or an empty list from an absent field of this type. */
  readonly zeroIsAbsent: boolean;
  /** The values it may have; the empty string is one where it stands for an absent field. */
  readonly values: ReadonlySet<string> | undefined;
  readonly default: FieldFacts['default'];
  /** See `FieldFacts.keys`. */
  readonly keys: readonly string[] | undefined;
  readonly unique: boolean;
}

/** A type with named fields, as one minor has it; its fields are made when they are first asked for. */
export class Struct {
  /** `api.core.v1.PodSpec` */
  readonly name: string;
  private readonly structs: Structs;
  private made: ReadonlyMap<string, Field> | undefined;
  private madeRequired = 0;

  constructor(name: string, structs: Structs) {
    this.name = name;
    this.structs = structs;
  }

  get fields(): ReadonlyMap<string, Field> {
    this.made ??= this.make();
    return this.made;
  }

  /** How many of the fields are required. */
  get requiredCount(): number {
    if (!this.made) this.made = this.make();
    return this.madeRequired;
  }

  /** First minor of the table that has the field; undefined when none has. */
  minorWith(field: string): number | undefined {
    return this.structs.minorWith(this.name, field);
  }

  private make(): ReadonlyMap<string, Field> {
    const fields = this.structs.fieldsOf(this.name);
    for (const field of fields.values()) if (field.required) this.madeRequired += 1;
    return fields;
  }
}

const scalars: ReadonlySet<string> = new Set(scalarTypes);
const formsWithZero: ReadonlySet<string> = new Set([
  'string',
  'int32',
  'int64',
  'int-or-string',
  'bytes',
  'list',
]);
const jsonSchema = 'apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps';

/** The structs of one minor, each made once. */
export class Structs {
  private readonly table: TableFile;
  private readonly bit: number;
  private readonly structs = new Map<string, Struct>();

  /** `index`: of the minor in the table's list. */
  constructor(table: TableFile, index: number) {
    this.table = table;
    this.bit = 1 << index;
  }

  struct(name: string): Struct {
    const known = this.structs.get(name);
    if (known) return known;
    const struct = new Struct(name, this);
    this.structs.set(name, struct);
    return struct;
  }

  fieldsOf(name: string): ReadonlyMap<string, Field> {
    const fields = new Map<string, Field>();
    for (const [field, rows] of Object.entries(this.row(name))) {
      const facts = this.factsNow(rows);
      if (facts) fields.set(field, this.field(field, facts));
    }
    return fields;
  }

  minorWith(name: string, field: string): number | undefined {
    const row = this.row(name);
    if (!Object.hasOwn(row, field)) return undefined;
    let minors = 0;
    for (const facts of variants(row[field])) minors |= facts.minors ?? -1;
    return this.table.minors.find((_, index) => (minors & (1 << index)) !== 0);
  }

  private row(name: string): DefinitionRow {
    const row = this.table.definitions[name];
    if (!row) throw new Error(`the table has no definition ${name}`);
    return row;
  }

  private factsNow(rows: DefinitionRow[string]): FieldFacts | undefined {
    return variants(rows).find(({ minors = -1 }) => (minors & this.bit) !== 0);
  }

  private field(name: string, facts: FieldFacts): Field {
    const required = facts.type.endsWith('!');
    const type = this.typeOf(required ? facts.type.slice(0, -1) : facts.type);
    return {
      name,
      type,
      accepts: facts.enum ? undefined : acceptedBy(type),
      required,
      zeroIsAbsent: formsWithZero.has(type.form),
      values: facts.enum && new Set(facts.closed === true ? facts.enum : [...facts.enum, '']),
      default: facts.default,
      keys: facts.keys,
      unique: facts.unique === true,
    };
  }

  private typeOf(text: string): ValueType {
    if (text.startsWith('[]')) return { form: 'list', item: this.typeOf(text.slice(2)) };
    if (text.startsWith('{}')) return { form: 'map', item: this.typeOf(text.slice(2)) };
    if (!isScalar(text)) return { form: 'struct', struct: this.struct(text) };
    return isSchema(text) ? { form: text, struct: this.struct(jsonSchema) } : { form: text };
  }
}

function acceptedBy({ form }: ValueType): Field['accepts'] {
  if (form === 'boolean') return 'boolean';
  return form === 'string' || form === 'int-or-string' ? 'string' : undefined;
}

function variants(rows: DefinitionRow[string] | undefined): readonly FieldFacts[] {
  if (rows === undefined) return [];
  return isSeveral(rows) ? rows.map(factsOf) : [factsOf(rows)];
}

function factsOf(row: FieldRow): FieldFacts {
  return typeof row === 'string' ? { type: row } : row;
}

function isScalar(text: string): text is ScalarType {
  return scalars.has(text);
}

function isSchema(form: ScalarType): form is SchemaForm {
  return form.startsWith('schema-or-');
}

/** `Array.isArray` does not narrow readonly arrays. */
function isSeveral(rows: DefinitionRow[string]): rows is readonly FieldRow[] {
  return Array.isArray(rows);
}
