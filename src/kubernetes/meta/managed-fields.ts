import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import { isObject, type JsonArray, type JsonObject } from '../value.ts';
import { text } from './fields.ts';
import { quoted } from './quoted.ts';

// https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/apis/meta/v1/validation/validation.go
const longestManager = 128;
const longestSubresource = 256;
// Go's `unicode.IsPrint`: no separators but the space, no control and no unassigned characters.
const unprintable = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;

/** What other writers of the object own; files hold it when they were exported from a cluster. */
export function checkManagedFields(entries: JsonArray, path: FieldPath, problems: Problems): void {
  entries.forEach((entry, index) => {
    checkEntry(isObject(entry) ? entry : {}, child(path, index), problems);
  });
}

function checkEntry(entry: JsonObject, path: FieldPath, problems: Problems): void {
  const operation = text(entry, 'operation');
  if (operation !== 'Apply' && operation !== 'Update') {
    invalid(child(path, 'operation'), `must be Apply or Update, not ${quoted(operation)}`, problems);
  }
  const fieldsType = text(entry, 'fieldsType');
  if (fieldsType !== '' && fieldsType !== 'FieldsV1') {
    invalid(child(path, 'fieldsType'), `must be FieldsV1, not ${quoted(fieldsType)}`, problems);
  }
  const manager = text(entry, 'manager');
  if (unprintable.test(manager))
    invalid(child(path, 'manager'), 'must hold printable characters only', problems);
  checkLength(manager, longestManager, child(path, 'manager'), problems);
  checkLength(text(entry, 'subresource'), longestSubresource, child(path, 'subresource'), problems);
}

function invalid(path: FieldPath, must: string, problems: Problems): void {
  problems.value('manifest/invalid-value', path, `${formatPath(path)} ${must}`);
}

function checkLength(value: string, most: number, path: FieldPath, problems: Problems): void {
  if (Buffer.byteLength(value) <= most) return;
  problems.value('manifest/too-long', path, `${formatPath(path)} must be at most ${most} bytes long`);
}
