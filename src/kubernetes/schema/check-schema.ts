import type { FieldPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../value.ts';
import { repeatedItem } from './repeated-item.ts';
import { scalarMistake } from './scalar-mistake.ts';
import {
  missingField,
  repeatedItemProblem,
  unknownField,
  unknownValue,
  wrongQuantity,
  wrongType,
} from './schema-problems.ts';
import type { Field, SchemaForm, Struct, ValueType } from './struct.ts';

/**
 * Holds an object against its type as the API server does when it decodes strictly: unknown fields and wrong types
 * everywhere; missing fields, values outside of an enum and repeated list items everywhere but in `status`, which the
 * server makes itself.
 *
 * @returns false when a type is so wrong that the server could not decode the object, and so went no further
 */
export function checkSchema(schema: Struct, value: JsonValue, problems: Problems): boolean {
  const walk = new Walk(schema, problems);
  walk.root(value);
  return walk.decodes;
}

class Walk {
  decodes = true;
  private readonly schema: Struct;
  private readonly problems: Problems;
  // Where the walk is. A path is made of it only when there is something to say.
  private readonly steps: (string | number)[] = [];
  private depth = 0;
  /** False where the server looks at types and names of fields, and no further. */
  private strictValues = true;
  /** False where the server drops unknown fields without a word. */
  private strictNames = true;

  constructor(schema: Struct, problems: Problems) {
    this.schema = schema;
    this.problems = problems;
  }

  root(value: JsonValue): void {
    if (isObject(value)) this.struct(this.schema, value, true);
    else this.wrong('a mapping', value);
  }

  private struct(struct: Struct, value: JsonObject, isRoot: boolean): void {
    const { fields } = struct;
    let present = 0;
    // A sixth faster than a list of the keys, and the same: what documents inherit cannot be enumerated.
    for (const key in value) {
      const item = value[key];
      const field = fields.get(key);
      if (!field) {
        this.unknown(struct, key);
      } else if (item !== null && item !== undefined) {
        if (field.required && !(field.zeroIsAbsent && isZero(item))) present += 1;
        if (typeof item === field.accepts) continue;
        this.steps[this.depth++] = key;
        if (isRoot && key === 'status') this.status(field, item);
        else this.field(field, item);
        this.depth -= 1;
      }
    }
    if (present < struct.requiredCount && this.strictValues) this.missing(struct, value);
  }

  private unknown(struct: Struct, key: string): void {
    if (this.problems.countOnly()) return;
    const path: FieldPath = { parent: this.path(), key };
    const place = { root: this.schema, struct, strict: this.strictNames };
    unknownField(this.problems, path, key, place);
  }

  private status(field: Field, value: JsonValue): void {
    this.strictValues = false;
    this.field(field, value);
    this.strictValues = true;
  }

  private missing(struct: Struct, value: JsonObject): void {
    for (const field of struct.fields.values()) {
      if (!field.required) continue;
      const given = value[field.name];
      if (given === undefined || given === null || (field.zeroIsAbsent && isZero(given)))
        this.missingOne(field, given);
    }
  }

  private missingOne({ name }: Field, given: JsonValue | undefined): void {
    if (!this.problems.countOnly()) missingField(this.problems, this.path(name), given);
  }

  private field(field: Field, value: JsonValue): void {
    this.value(field.type, value);
    if (!this.strictValues) return;
    if (field.values) this.values(field.values, value);
    if (field.keys && isArray(value) && value.length > 1) this.repeated(field, field.keys, value);
  }

  private value(type: ValueType, value: JsonValue): void {
    switch (type.form) {
      case 'string':
        if (typeof value !== 'string') this.wrong('a string', value);
        return;
      case 'struct':
        if (isObject(value)) this.struct(type.struct, value, false);
        else this.wrong('a mapping', value);
        return;
      case 'list':
        this.list(type.item, value);
        return;
      case 'map':
        this.map(type.item, value);
        return;
      case 'schema-or-array':
      case 'schema-or-boolean':
      case 'schema-or-strings':
        this.nestedSchema(type.form, type.struct, value);
        return;
      default: {
        const expected = scalarMistake(type.form, value);
        if (expected !== undefined) this.wrong(expected, value, type.form);
      }
    }
  }

  /**
   * These decode themselves, and not strictly: what is unknown in them is dropped, and so is a scalar where it is no
   * boolean. https://github.com/kubernetes/apiextensions-apiserver/blob/v0.34.3/pkg/apis/apiextensions/v1/marshal.go
   */
  private nestedSchema(form: SchemaForm, schema: Struct, value: JsonValue): void {
    const outer = this.strictNames;
    this.strictNames = false;
    if (isObject(value)) this.struct(schema, value, false);
    else if (form === 'schema-or-boolean') {
      if (typeof value !== 'boolean') this.wrong('true, false or a schema', value);
    } else if (isArray(value)) {
      this.list(form === 'schema-or-array' ? { form: 'struct', struct: schema } : { form: 'string' }, value);
    }
    this.strictNames = outer;
  }

  private list(item: ValueType, value: JsonValue): void {
    if (!isArray(value)) {
      this.wrong('a list', value);
      return;
    }
    const place = this.depth++;
    for (let index = 0; index < value.length; index += 1) {
      // Go makes an empty struct of null.
      const one = value[index] ?? (item.form === 'struct' ? {} : undefined);
      if (one === undefined || (item.form === 'string' && typeof one === 'string')) continue;
      this.steps[place] = index;
      this.value(item, one);
    }
    this.depth -= 1;
  }

  private map(item: ValueType, value: JsonValue): void {
    if (!isObject(value)) {
      this.wrong('a mapping', value);
      return;
    }
    const place = this.depth++;
    for (const key in value) {
      const one = value[key];
      if (one === null || one === undefined || (item.form === 'string' && typeof one === 'string')) continue;
      this.steps[place] = key;
      this.value(item, one);
    }
    this.depth -= 1;
  }

  private values(allowed: ReadonlySet<string>, value: JsonValue): void {
    if (isArray(value)) {
      const place = this.depth++;
      value.forEach((item, index) => {
        this.steps[place] = index;
        this.values(allowed, item);
      });
      this.depth -= 1;
    } else if (typeof value === 'string' && !allowed.has(value)) {
      if (!this.problems.countOnly()) unknownValue(this.problems, this.path(), value, allowed);
    }
  }

  private repeated(field: Field, keys: readonly string[], items: JsonArray): void {
    const itemType = field.type.form === 'list' ? field.type.item : undefined;
    const fields = itemType?.form === 'struct' ? itemType.struct.fields : undefined;
    const index = repeatedItem(items, keys, fields);
    if (index < 0 || this.problems.countOnly()) return;
    const item: FieldPath = { parent: this.path(), key: index };
    const [key] = keys;
    // A lone key is what the API server points at.
    const path = key !== undefined && keys.length === 1 ? { parent: item, key } : item;
    repeatedItemProblem(this.problems, path, items[index], keys, field.unique);
  }

  private wrong(expected: string, value: JsonValue, form?: string): void {
    this.decodes = false;
    if (this.problems.countOnly()) return;
    if (form === 'quantity') wrongQuantity(this.problems, this.path(), expected, value);
    else wrongType(this.problems, this.path(), expected, value);
  }

  /** Of where the walk is, or one step below. */
  private path(key?: string | number): FieldPath | undefined {
    let path: FieldPath | undefined;
    for (let at = 0; at < this.depth; at += 1) path = { parent: path, key: this.steps[at] ?? '' };
    return key === undefined ? path : { parent: path, key };
  }
}

function isZero(value: JsonValue): boolean {
  return value === '' || value === 0 || (isArray(value) && value.length === 0);
}
