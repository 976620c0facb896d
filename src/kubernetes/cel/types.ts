/** Kinds of CEL types; `opaque` are those of libraries (`optional` and Kubernetes' own). */
type Kind =
  | 'bool'
  | 'int'
  | 'uint'
  | 'double'
  | 'string'
  | 'bytes'
  | 'null'
  | 'dyn'
  | 'error'
  | 'duration'
  | 'timestamp'
  | 'type'
  | 'list'
  | 'map'
  | 'object'
  | 'opaque'
  | 'param';

/** A type of the Common Expression Language (https://github.com/google/cel-spec/blob/master/doc/langdef.md). */
export interface CelType {
  readonly kind: Kind;
  /** Of an object, an opaque type or a type parameter; otherwise the kind. */
  readonly name: string;
  /** Of a list its element, of a map key and value, of an optional its value. */
  readonly params: readonly CelType[];
  /** Of an object, by their names in CEL. */
  readonly fields?: ReadonlyMap<string, CelType>;
  /** The most elements, entries or characters that a schema allows; only in types made from schemas. */
  readonly most?: number;
  /** The fewest bytes of JSON that a value takes; only in types made from schemas. */
  readonly leastBytes?: number;
}

function scalar(kind: Kind): CelType {
  return { kind, name: kind, params: [] };
}

export const boolType = scalar('bool');
export const intType = scalar('int');
export const uintType = scalar('uint');
export const doubleType = scalar('double');
export const stringType = scalar('string');
export const bytesType = scalar('bytes');
export const nullType: CelType = { kind: 'null', name: 'null_type', params: [] };
export const dynType = scalar('dyn');
/** Of what has an error already, so that one mistake is not reported twice. */
export const errorType = scalar('error');
export const durationType: CelType = { kind: 'duration', name: 'google.protobuf.Duration', params: [] };
export const timestampType: CelType = { kind: 'timestamp', name: 'google.protobuf.Timestamp', params: [] };
export const typeType = scalar('type');

export function listType(element: CelType): CelType {
  return { kind: 'list', name: 'list', params: [element] };
}

export function mapType(key: CelType, value: CelType): CelType {
  return { kind: 'map', name: 'map', params: [key, value] };
}

export function optionalType(value: CelType): CelType {
  return { kind: 'opaque', name: 'optional_type', params: [value] };
}

export function opaqueType(name: string): CelType {
  return { kind: 'opaque', name, params: [] };
}

export function paramType(name: string): CelType {
  return { kind: 'param', name, params: [] };
}

/** The type that an optional holds; undefined for other types. */
export function unwrapOptional(type: CelType): CelType | undefined {
  return type.kind === 'opaque' && type.name === 'optional_type' ? type.params[0] : undefined;
}

/** The first parameter: a list's element, a map's key. */
export function firstParam(type: CelType): CelType {
  return type.params[0] ?? dynType;
}

/** The second parameter: a map's value. */
export function secondParam(type: CelType): CelType {
  return type.params[1] ?? dynType;
}

/** True for types that are equal in every part. */
export function sameType(a: CelType, b: CelType): boolean {
  return a === b || (a.kind === b.kind && a.name === b.name && sameTypes(a.params, b.params));
}

function sameTypes(a: readonly CelType[], b: readonly CelType[]): boolean {
  return a.length === b.length && a.every((type, index) => sameType(type, b[index] ?? errorType));
}

/** As messages write it: `list(string)`. Types of schemas have no name that their reader would know. */
export function formatType(type: CelType): string {
  if (type.kind === 'object') return 'object';
  if (type.params.length === 0) return type.kind === 'param' ? 'dyn' : type.name;
  return `${type.name}(${type.params.map(formatType).join(', ')})`;
}
