import { type FieldPath, formatPath, stepsOf } from '../field-path.ts';
import type { Field, Struct, ValueType } from './struct.ts';

/**
 * Where a field would be at home that stands in the wrong struct, as it comes with wrong indentation: the nearest
 * struct around it that has such a field, else one right below, when only one does or only one is required.
 *
 * @param root the type of the whole object
 * @param path of the field where it stands
 * @returns such as `spec.template.spec` or `spec.containers[]`
 */
export function homeOf(root: Struct, path: FieldPath, key: string): string | undefined {
  const around = structsOn(root, path);
  const own = around.pop();
  const outer = around.findLast(({ struct }) => struct.fields.has(key));
  if (outer) return outer.path === undefined ? 'the top level' : formatPath(outer.path);
  const inner = own && homeBelow(own.struct, key);
  if (!own || inner === undefined) return undefined;
  return own.path === undefined ? inner : `${formatPath(own.path)}.${inner}`;
}

interface Place {
  readonly struct: Struct;
  readonly path: FieldPath | undefined;
}

/** The structs from the root down to the one that holds the field. */
function structsOn(root: Struct, path: FieldPath): Place[] {
  const places: Place[] = [{ struct: root, path: undefined }];
  let type: ValueType | undefined = { form: 'struct', struct: root };
  let at: FieldPath | undefined;
  for (const step of stepsOf(path).slice(0, -1)) {
    at = { parent: at, key: step };
    type = typeBelow(type, step);
    if (!type) return [];
    if ('struct' in type) places.push({ struct: type.struct, path: at });
  }
  return places;
}

function typeBelow(type: ValueType, step: string | number): ValueType | undefined {
  if (type.form === 'list' || type.form === 'map') return type.item;
  if (!('struct' in type)) return undefined;
  // A list of schemas stands where one schema might.
  return typeof step === 'number' ? type : type.struct.fields.get(step)?.type;
}

function homeBelow(struct: Struct, key: string): string | undefined {
  const homes = [...struct.fields.values()].filter(({ type }) => structIn(type)?.fields.has(key));
  const home = homes.length === 1 ? homes[0] : onlyRequired(homes);
  if (!home) return undefined;
  return home.type.form === 'list' ? `${home.name}[]` : home.name;
}

function onlyRequired(fields: readonly Field[]): Field | undefined {
  const required = fields.filter((field) => field.required);
  return required.length === 1 ? required[0] : undefined;
}

function structIn(type: ValueType): Struct | undefined {
  const inner = type.form === 'list' ? type.item : type;
  return inner.form === 'struct' ? inner.struct : undefined;
}
