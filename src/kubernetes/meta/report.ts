import { didYouMean } from '../../model/did-you-mean.ts';
import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import { alternatives } from './alternatives.ts';
import { text, whole } from './fields.ts';
import type { NameRule } from './name-rule.ts';
import { checkName } from './names.ts';
import { quoted } from './quoted.ts';

/** `field.Required`; `why` is a clause: `when dnsPolicy is None`. */
export function reportMissing(problems: Problems, path: FieldPath | undefined, why = ''): void {
  problems.value('manifest/missing-value', path, `${formatPath(path)} must be set${why && ` ${why}`}`);
}

/** `field.Invalid`; `words` follow the path: `must be a relative path`. */
export function reportInvalid(
  problems: Problems,
  path: FieldPath | undefined,
  words: string,
  fix?: string,
): void {
  problems.value('manifest/invalid-value', path, `${formatPath(path)} ${words}`, fix);
}

/** `field.Forbidden`; points at the key, because the field is what has to go. */
export function reportForbidden(problems: Problems, path: FieldPath | undefined, words: string): void {
  problems.key('manifest/forbidden-field', path, `${formatPath(path)} ${words}`);
}

/** `field.Duplicate`. */
export function reportDuplicate(problems: Problems, path: FieldPath, value: string): void {
  const message = `${formatPath(path)} must be unique, and ${quoted(value)} is there already`;
  problems.value('manifest/duplicate-value', path, message);
}

/** `field.NotFound`; `known` are the names that would have been found, `what` says of what. */
export function reportNotFound(
  problems: Problems,
  path: FieldPath,
  value: string,
  what: string,
  known: Iterable<string>,
): void {
  const message = `${formatPath(path)} must name ${what}, and there is none of the name ${quoted(value)}`;
  problems.value('manifest/not-found', path, message, suggestion(problems, value, known));
}

/** `field.NotSupported`. */
export function reportUnsupported(
  problems: Problems,
  path: FieldPath,
  value: string,
  supported: readonly string[],
): void {
  // An empty value may be allowed, but nobody has to be told to write it.
  const written = supported.filter((alternative) => alternative !== '');
  const message = `${formatPath(path)} must be ${alternatives(written)}, not ${quoted(value)}`;
  problems.value('manifest/unsupported-value', path, message, suggestion(problems, value, supported));
}

/** `field.TooLong`; `most` counts bytes. */
export function reportTooLong(problems: Problems, path: FieldPath, most: number): void {
  problems.value('manifest/too-long', path, `${formatPath(path)} must have at most ${most} bytes`);
}

/** The field must be there and not empty. */
export function requireText(problems: Problems, object: JsonObject, path: FieldPath, key: string): void {
  if (text(object, key) === '') reportMissing(problems, child(path, key));
}

/** A name that has to be there, and to follow the rule. */
export function requireName(
  problems: Problems,
  object: JsonObject,
  path: FieldPath | undefined,
  key: string,
  rule: NameRule,
): void {
  const name = text(object, key);
  if (name === '') reportMissing(problems, child(path, key));
  else if (!rule.test(name)) checkName(name, rule, child(path, key), problems);
}

/** A name that may be absent. */
export function checkOptionalName(
  problems: Problems,
  object: JsonObject,
  path: FieldPath | undefined,
  key: string,
  rule: NameRule,
): void {
  const name = text(object, key);
  if (name !== '' && !rule.test(name)) checkName(name, rule, child(path, key), problems);
}

/** One of the supported values; an empty one has a default. */
export function checkChoice(
  problems: Problems,
  object: JsonObject,
  path: FieldPath | undefined,
  key: string,
  supported: readonly string[],
): void {
  const value = text(object, key);
  if (value === '' || supported.includes(value)) return;
  reportUnsupported(problems, child(path, key), value, supported);
}

/** One of the supported values; only an absent one, not an empty one, has a default. */
export function checkPointedChoice(
  problems: Problems,
  object: JsonObject,
  path: FieldPath | undefined,
  key: string,
  supported: readonly string[],
): void {
  const value = object[key];
  if (typeof value !== 'string' || supported.includes(value)) return;
  reportUnsupported(problems, child(path, key), value, supported);
}

/** A number between two others, both included; an absent one passes. */
export function checkRange(
  problems: Problems,
  object: JsonObject,
  path: FieldPath | undefined,
  key: string,
  least: number,
  most: number,
): void {
  const value = whole(object, key);
  if (value === undefined || (value >= least && value <= most)) return;
  reportInvalid(problems, child(path, key), `must be from ${least} to ${most}, not ${value}`);
}

// A hostile document has as many names as it likes, and each costs a comparison.
const mostCandidates = 100;

function suggestion(problems: Problems, value: string, known: Iterable<string>): string | undefined {
  if (problems.more > 0) return undefined;
  const near = didYouMean(value, firstOf(known, mostCandidates));
  return near && `did you mean ${near}?`;
}

function* firstOf(names: Iterable<string>, most: number): Iterable<string> {
  let count = 0;
  for (const name of names) {
    if (count === most) return;
    count += 1;
    yield name;
  }
}
