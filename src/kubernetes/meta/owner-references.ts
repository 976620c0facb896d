import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import { isObject, type JsonArray, type JsonObject } from '../value.ts';
import { text } from './fields.ts';

/** Each owner is named in full, only one controls the object, and none is an Event. */
export function checkOwnerReferences(references: JsonArray, path: FieldPath, problems: Problems): void {
  let controllers = 0;
  references.forEach((item, index) => {
    const reference = isObject(item) ? item : {};
    checkReference(reference, child(path, index), problems);
    if (reference['controller'] !== true) return;
    controllers += 1;
    if (controllers === 1) return;
    const at = child(child(path, index), 'controller');
    const message = `${formatPath(at)} must not be true, because another reference is the controller already`;
    problems.value('manifest/invalid-value', at, message);
  });
}

function checkReference(reference: JsonObject, path: FieldPath, problems: Problems): void {
  for (const field of ['kind', 'name', 'uid']) {
    if (text(reference, field) !== '') continue;
    const at = child(path, field);
    problems.value('manifest/invalid-value', at, `${formatPath(at)} must not be empty`);
  }
  const apiVersion = text(reference, 'apiVersion');
  if (!hasVersion(apiVersion)) {
    const at = child(path, 'apiVersion');
    problems.value('manifest/invalid-value', at, `${formatPath(at)} must be a version such as apps/v1`);
  } else if (apiVersion === 'v1' && text(reference, 'kind') === 'Event') {
    problems.value(
      'manifest/invalid-value',
      path,
      `${formatPath(path)} must not be an Event, which owns nothing`,
    );
  }
}

/** As `schema.FromAPIVersionAndKind` of k8s.io/apimachinery reads it: `group/version` or `version`. */
function hasVersion(apiVersion: string): boolean {
  const parts = apiVersion.split('/', 3);
  return parts.length < 3 && parts.at(-1) !== '';
}
