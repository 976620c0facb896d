import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import { isObject, type JsonObject, type JsonValue } from '../value.ts';
import { entryText } from './fields.ts';
import { labelValue, qualifiedName } from './names.ts';
import { quoted } from './quoted.ts';

// https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/api/validation/objectmeta.go
const mostAnnotationBytes = 256 * 1024;

/** Keys and values of labels, and of what is matched against labels. */
export function checkLabels(
  labels: JsonValue | undefined,
  path: FieldPath | undefined,
  problems: Problems,
): void {
  if (!isObject(labels)) return;
  for (const key of Object.keys(labels)) {
    if (!qualifiedName.test(key)) reportKey(key, path, problems, 'label');
    const value = entryText(labels[key]);
    if (labelValue.test(value)) continue;
    const at = child(path, key);
    const message = `${formatPath(at)} must be ${labelValue.words}, not ${quoted(value)}`;
    problems.value('manifest/label', at, message);
  }
}

/** Keys of annotations, and the size of all together: 256 KiB. */
export function checkAnnotations(
  annotations: JsonValue | undefined,
  path: FieldPath | undefined,
  problems: Problems,
): void {
  if (!isObject(annotations)) return;
  let length = 0;
  for (const key of Object.keys(annotations)) {
    // Upper case is allowed in the domain of an annotation, unlike in a label's.
    if (!qualifiedName.test(key) && !qualifiedName.test(key.toLowerCase())) {
      reportKey(key, path, problems, 'annotation');
    }
    length += key.length + entryText(annotations[key]).length;
  }
  // A UTF-16 unit is at most three bytes of UTF-8.
  if (length * 3 <= mostAnnotationBytes) return;
  const bytes = sizeOf(annotations);
  if (bytes <= mostAnnotationBytes) return;
  problems.key(
    'manifest/too-long',
    path,
    `${formatPath(path)} must be at most ${mostAnnotationBytes} bytes in all, keys included, and has ${bytes}`,
  );
}

function reportKey(key: string, path: FieldPath | undefined, problems: Problems, what: string): void {
  const message = `${formatPath(path)} has the ${what} ${quoted(key)}, whose key must be ${qualifiedName.words}`;
  problems.key('manifest/label', child(path, key), message);
}

function sizeOf(annotations: JsonObject): number {
  let bytes = 0;
  for (const key of Object.keys(annotations)) {
    bytes += Buffer.byteLength(key) + Buffer.byteLength(entryText(annotations[key]));
  }
  return bytes;
}
