import type { TextPlace, TextProblem } from '../model/check.ts';
import { LineMap } from '../yaml/line-map.ts';
import type { ManifestCheckId } from './problem.ts';
import type { Validator } from './validator.ts';
import { FieldPlaces } from './yaml/field-place.ts';
import { readDocuments } from './yaml/read-documents.ts';

/** What is to say of a text with Kubernetes documents. */
export interface TextVerdict {
  /** How many objects were looked at; those of a `List` count one by one. */
  readonly objects: number;
  readonly problems: readonly (TextProblem & { readonly check: ManifestCheckId })[];
  /** Why objects, or parts of them, were not checked; each reason once. */
  readonly unchecked: readonly string[];
}

/** Reads the documents of a text and validates each. `minor`: of the Kubernetes 1.x that they are for. */
export function checkText(validator: Validator, text: string, minor: number): TextVerdict {
  const lines = new LineMap(text);
  const problems: TextVerdict['problems'][number][] = [];
  const unchecked = new Set<string>();
  let objects = 0;
  for (const document of readDocuments(text)) {
    for (const { start, end, ...rest } of document.problems)
      problems.push({ ...rest, at: placeOf(lines, start, end) });
    if (document.value === undefined) continue;
    const verdict = validator.validate(document.value, minor);
    objects += verdict.objects;
    for (const reason of verdict.unchecked) unchecked.add(reason);
    if (verdict.problems.length === 0) continue;
    const places = new FieldPlaces(text, document);
    for (const { path, at, ...rest } of verdict.problems) {
      const { start, end } = places.of(path, at);
      problems.push({ ...rest, at: placeOf(lines, start, end) });
    }
  }
  return { objects, problems, unchecked: [...unchecked] };
}

/** A range of several lines ends with its first: that is where a person looks. */
function placeOf(lines: LineMap, start: number, end: number): TextPlace {
  const first = lines.at(start);
  const last = lines.at(end);
  return last.line === first.line ? { ...first, endColumn: last.column } : first;
}
