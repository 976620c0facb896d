import { child, type FieldPath, formatPath } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { eachItem, texts } from '../meta/items.ts';
import { checkName, qualifiedName } from '../meta/names.ts';
import { reportDuplicate, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

/** Checks one of `allowedTopologies`; `seen` gathers them, because no two may say the same. */
export function checkTopologyTerm(
  term: JsonObject,
  path: FieldPath,
  seen: Set<string>,
  problems: Problems,
): void {
  const values = new Map<string, readonly string[]>();
  eachItem(term, 'matchLabelExpressions', path, (expression, at) => {
    const key = text(expression, 'key');
    checkName(key, qualifiedName, child(at, 'key'), problems, 'manifest/label');
    if (values.has(key)) reportDuplicate(problems, child(at, 'key'), key);
    values.set(key, valuesOf(expression, at, problems));
  });
  const meaning = JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
  const at = child(path, 'matchLabelExpressions');
  // The API server compares with as many empty terms as there are terms.
  if (values.size === 0) reportMissing(problems, at);
  else if (seen.has(meaning)) {
    const message = `${formatPath(at)} must not say the same as a term before it`;
    problems.value('manifest/duplicate-value', at, message);
  }
  seen.add(meaning);
}

function valuesOf(expression: JsonObject, path: FieldPath, problems: Problems): readonly string[] {
  const values = texts(expression, 'values');
  if (values.length === 0) reportMissing(problems, child(path, 'values'));
  const known = new Set<string>();
  values.forEach((value, index) => {
    if (known.has(value)) reportDuplicate(problems, child(child(path, 'values'), index), value);
    known.add(value);
  });
  return [...known].sort();
}
