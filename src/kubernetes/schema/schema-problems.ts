import { didYouMean } from '../../model/did-you-mean.ts';
import { type FieldPath, formatPath } from '../field-path.ts';
import { alternatives } from '../meta/alternatives.ts';
import { quoted } from '../meta/quoted.ts';
import type { Problems } from '../problem.ts';
import { isArray, isObject, type JsonValue } from '../value.ts';
import { homeOf } from './misplaced-field.ts';
import type { Struct } from './struct.ts';

/** What an unknown field stands in. */
export interface UnknownFieldPlace {
  readonly root: Struct;
  readonly struct: Struct;
  /** False where the API server drops the field without a word. */
  readonly strict: boolean;
}

export function unknownField(
  problems: Problems,
  path: FieldPath,
  key: string,
  { root, struct, strict }: UnknownFieldPlace,
): void {
  const minor = struct.minorWith(key);
  const fix = minor === undefined ? fieldFix(root, struct, path, key) : undefined;
  problems.add({
    check: 'schema/unknown-field',
    path,
    at: 'key',
    message: `${formatPath(path)} is no field of ${lastName(struct)}${sinceText(minor, strict)}`,
    ...(fix !== undefined && { fix }),
    ...(!strict && { severity: 'warning' as const }),
  });
}

function fieldFix(root: Struct, struct: Struct, path: FieldPath, key: string): string | undefined {
  const home = homeOf(root, path, key);
  if (home !== undefined) return `move it to ${home}, where ${key} is a field`;
  const near = didYouMean(key, struct.fields.keys());
  return near === undefined ? undefined : `did you mean ${near}?`;
}

function sinceText(minor: number | undefined, strict: boolean): string {
  if (minor !== undefined) return ` in this version of Kubernetes; 1.${minor} has it`;
  return strict ? '' : ', and the API server drops it without a word';
}

/** `api.core.v1.PodSpec` is PodSpec to those who read the API reference. */
function lastName({ name }: Struct): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** `expected`: goes on where `must be` ends. */
export function wrongType(
  problems: Problems,
  path: FieldPath | undefined,
  expected: string,
  value: JsonValue,
): void {
  const name = path === undefined ? 'the document' : formatPath(path);
  problems.value(
    'schema/wrong-type',
    path,
    `${name} must be ${expected}, not ${described(value)}`,
    typeFix(expected, value),
  );
}

/** What a person most likely has to write instead. */
function typeFix(expected: string, value: JsonValue): string | undefined {
  if (expected === 'a string' && isPlain(value)) return `put it in quotes: "${value}"`;
  if (typeof value !== 'string') return undefined;
  const meant =
    (expected.startsWith('a whole number') && /^-?\d{1,18}$/.test(value)) ||
    (expected === 'true or false' && /^(?:true|false)$/.test(value));
  if (meant) return `write ${value} without quotes`;
  return expected === 'a list' ? 'write it as an item of a list: - ' : undefined;
}

function isPlain(value: JsonValue): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

function described(value: JsonValue): string {
  if (isArray(value)) return 'a list';
  if (isObject(value)) return 'a mapping';
  return typeof value === 'string' ? `the string ${quoted(value)}` : String(value);
}

export function wrongQuantity(
  problems: Problems,
  path: FieldPath | undefined,
  expected: string,
  value: JsonValue,
): void {
  const message = `${formatPath(path)} must be ${expected}, not ${described(value)}`;
  problems.value('manifest/quantity', path, message, quantityFix(value));
}

/** Units that people write as they speak of them. */
function quantityFix(value: JsonValue): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [, number, unit = ''] = /^\s*(\d{1,18}(?:\.\d{1,9})?)\s*([A-Za-z]{1,3})\s*$/.exec(value) ?? [];
  if (number === undefined) return undefined;
  const right = ['k', 'Ki', 'M', 'Mi', 'G', 'Gi', 'T', 'Ti', 'm'].find(
    (known) => known === unit || known.toLowerCase() === unit.toLowerCase().replace(/b$/, ''),
  );
  return right === undefined ? undefined : `did you mean ${number}${right}?`;
}

/** `given`: null, nothing, or what Go reads as nothing. */
export function missingField(
  problems: Problems,
  path: FieldPath | undefined,
  given: JsonValue | undefined,
): void {
  const name = formatPath(path);
  const message =
    given === undefined || given === null ? `${name} must be set` : `${name} must be set, and not be empty`;
  problems.value('schema/missing-field', path, given === 0 ? `${name} must be set, and not be 0` : message);
}

export function unknownValue(
  problems: Problems,
  path: FieldPath | undefined,
  value: string,
  allowed: ReadonlySet<string>,
): void {
  const words = [...allowed].filter((word) => word !== '');
  const near = didYouMean(value, words);
  problems.value(
    'schema/unknown-value',
    path,
    `${formatPath(path)} must be ${alternatives(words)}, not ${quoted(value)}`,
    near === undefined ? undefined : `did you mean ${near}?`,
  );
}

/** `refused`: false where the API server keeps both when it creates the object, and merges them when it applies. */
export function repeatedItemProblem(
  problems: Problems,
  path: FieldPath | undefined,
  item: JsonValue | undefined,
  keys: readonly string[],
  refused: boolean,
): void {
  const same = keys.map((key) => `${key} ${quoted(isObject(item) ? item[key] : undefined)}`);
  const what = keys.length > 0 ? `with the same ${same.join(' and ')}` : quoted(item);
  problems.add({
    check: 'schema/duplicate-item',
    path,
    at: 'value',
    message: `${formatPath(path)} repeats an earlier item of its list, ${what}`,
    ...(!refused && { severity: 'warning' as const }),
  });
}
