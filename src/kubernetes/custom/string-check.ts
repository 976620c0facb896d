import { type FieldPath, formatPath } from '../field-path.ts';
import { quoted } from '../meta/quoted.ts';
import { Regex } from '../re2/regex.ts';
import { hasFormat } from './formats.ts';
import { patternOf, type SchemaNode } from './schema-node.ts';
import type { ValueSink } from './value-check.ts';

/** Checks a string's length in characters, its pattern and its format. */
export function checkString(
  value: string,
  schema: SchemaNode,
  path: FieldPath | undefined,
  sink: ValueSink,
): void {
  const { minLength, maxLength } = schema.bounds;
  if (minLength !== undefined && value.length < minLength * 2 && characters(value) < minLength) {
    report(path, `at least ${minLength} characters long, not ${characters(value)}`, sink);
  }
  if (maxLength !== undefined && value.length > maxLength && characters(value) > maxLength) {
    report(path, `at most ${maxLength} characters long, not ${characters(value)}`, sink);
  }
  const pattern = patternOf(schema);
  if (pattern instanceof Regex) {
    if (!pattern.test(value)) report(path, `a match of ${schema.pattern}, not ${quoted(value)}`, sink);
  } else if (pattern) {
    const why = 'large' in pattern ? pattern.large : `it is no regular expression: ${pattern.invalid}`;
    sink.gaps.push({ what: `the pattern ${quoted(schema.pattern)}`, why, path });
  }
  if (schema.format !== undefined && hasFormat(schema.format, value, sink.minor) === false) {
    report(path, `of the format ${schema.format}, not ${quoted(value)}`, sink);
  }
}

/** Code points, as Go counts runes. */
function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function report(path: FieldPath | undefined, words: string, { problems }: ValueSink): void {
  const name = path ? formatPath(path) : 'the value';
  problems.value('schema/custom-resource', path, `${name} must be ${words}`);
}
