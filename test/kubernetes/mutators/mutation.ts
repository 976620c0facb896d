import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from '../../../src/kubernetes/value.ts';

export type Step = string | number;

/** Sets what stands at a path; without a value it is taken away. */
export interface Edit {
  readonly path: readonly Step[];
  readonly value?: JsonValue | undefined;
}

/** One mistake that a person may make: its edits, applied in their order. */
export type Mutation = readonly Edit[];

/** Every mistake of one sort that a document has room for, in the document's order. */
export type Mutator = (document: JsonObject) => Iterable<Mutation>;

export type Mutators = Readonly<Record<string, Mutator>>;

/** The document with the edits made; shares what they leave alone. */
export function mutate(document: JsonObject, mutation: Mutation): JsonObject {
  let result: JsonValue = document;
  for (const edit of mutation) result = edited(result, edit.path, edit.value);
  return isObject(result) ? result : document;
}

function edited(value: JsonValue, path: readonly Step[], set: JsonValue | undefined): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return set ?? null;
  if (isArray(value) && typeof step === 'number') return editedList(value, step, rest, set);
  if (isObject(value) && typeof step === 'string') return editedObject(value, step, rest, set);
  return value;
}

function editedList(
  list: JsonArray,
  index: number,
  rest: readonly Step[],
  set: JsonValue | undefined,
): JsonArray {
  if (rest.length === 0 && set === undefined) return list.filter((_, at) => at !== index);
  return list.toSpliced(index, 1, edited(list[index] ?? null, rest, set));
}

function editedObject(
  object: JsonObject,
  key: string,
  rest: readonly Step[],
  set: JsonValue | undefined,
): JsonObject {
  if (rest.length > 0) return { ...object, [key]: edited(object[key] ?? null, rest, set) };
  const { [key]: _, ...others } = object;
  return set === undefined ? others : { ...object, [key]: set };
}
