import { child, type FieldPath } from '../field-path.ts';
import { present, text } from '../meta/fields.ts';
import { checkName, dns1123Subdomain, pathSegmentName } from '../meta/names.ts';
import { reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

/** Checks a reference to an object of any kind: `apiGroup`, `kind` and `name`. */
export function checkTypedReference(reference: JsonObject, path: FieldPath, problems: Problems): void {
  if (present(reference['apiGroup'])) {
    checkName(text(reference, 'apiGroup'), dns1123Subdomain, child(path, 'apiGroup'), problems);
  }
  checkSegment(reference, 'kind', path, problems);
  checkSegment(reference, 'name', path, problems);
}

/** A field that has to be there and has to fit in a URL. */
export function checkSegment(object: JsonObject, key: string, path: FieldPath, problems: Problems): void {
  const value = text(object, key);
  if (value === '') reportMissing(problems, child(path, key));
  else checkName(value, pathSegmentName, child(path, key), problems);
}
