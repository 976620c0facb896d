import type { TextPlace } from '../../model/check.ts';
import type { UnitAssignment } from '../unit-file.ts';
import { codePoints } from './text.ts';

/** The place of an assignment's key. */
export function placeOfKey(assignment: UnitAssignment): TextPlace {
  const { line, column, key } = assignment;
  return { line, column, endColumn: column + codePoints(key) };
}

/**
 * The place of a piece of an assignment's value. `start` and `end` are UTF-16 offsets in the value; without them
 * it is the whole value, up to the end of its first line.
 */
export function placeInValue(
  assignment: UnitAssignment,
  start = 0,
  end = assignment.value.length,
): TextPlace {
  const { parts, value } = assignment;
  const index = Math.max(
    parts.findLastIndex((part) => part.offset <= start),
    0,
  );
  const part = parts[index];
  if (!part) return placeOfKey(assignment);
  const next = parts[index + 1];
  // The space that stands for a backslash and a line end is no part of the line.
  const stop = Math.min(end, next ? next.offset - 1 : value.length);
  const column = part.column + codePoints(value.slice(part.offset, start));
  return {
    line: part.line,
    column,
    endColumn: column + codePoints(value.slice(start, Math.max(stop, start))),
  };
}
