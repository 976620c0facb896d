import { child, type FieldPath } from '../field-path.ts';
import { itemOf, map } from '../meta/fields.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { checkFieldRef, volumeFields } from './field-ref.ts';
import { checkFile } from './key-files.ts';
import { checkResourceFieldRef } from './resource-field-ref.ts';

/** Fields of the pod that become files. */
export function checkDownwardFiles(
  items: JsonArray,
  path: FieldPath,
  problems: Problems,
  taken?: Set<string>,
): void {
  for (let index = 0; index < items.length; index += 1) {
    const item = itemOf(items[index]);
    const at = child(path, index);
    checkFile(item, at, problems, taken);
    checkContent(item, at, problems);
  }
}

function checkContent(item: JsonObject, path: FieldPath, problems: Problems): void {
  const field = map(item, 'fieldRef');
  const resource = map(item, 'resourceFieldRef');
  if (field) {
    checkFieldRef(field, child(path, 'fieldRef'), volumeFields, problems);
    if (resource) reportInvalid(problems, path, 'must have one of fieldRef and resourceFieldRef, not both');
  } else if (resource) {
    checkResourceFieldRef(resource, child(path, 'resourceFieldRef'), problems, true);
  } else {
    reportMissing(problems, child(path, 'fieldRef'), 'where there is no resourceFieldRef');
  }
}
