import { didYouMean } from '../../model/did-you-mean.ts';
import { type FieldPath, formatPath } from '../field-path.ts';
import { quoted } from '../meta/quoted.ts';
import type { Problems } from '../problem.ts';
import type { JsonArray, JsonValue } from '../value.ts';
import { canonical } from './list-types.ts';

/** A value of an enumeration is equal to one of its members; null is so to none. */
export function checkEnum(
  value: JsonValue,
  members: JsonArray,
  path: FieldPath | undefined,
  problems: Problems,
): void {
  if (value !== null && members.some((member) => isSame(value, member))) return;
  const name = path ? formatPath(path) : 'the object';
  const message = `${name} must be one of ${members.map(quoted).join(', ')}; not ${quoted(value)}`;
  const texts = members.filter((member) => typeof member === 'string');
  const meant = typeof value === 'string' ? didYouMean(value, texts) : undefined;
  problems.value('schema/unknown-value', path, message, meant && `did you mean ${meant}?`);
}

function isSame(value: JsonValue, member: JsonValue): boolean {
  return value === member || (typeof value === 'object' && canonical(value) === canonical(member));
}
