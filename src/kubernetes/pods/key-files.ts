import { child, type FieldPath } from '../field-path.ts';
import { itemOf, text, whole } from '../meta/fields.ts';
import { reportInvalid, requireText } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { checkVolumeFilePath } from './paths.ts';

const mostMode = 0o777;

/** Permissions of files: three octal digits. */
export function checkFileMode(object: JsonObject, path: FieldPath, key: string, problems: Problems): void {
  const mode = whole(object, key);
  if (mode === undefined || (mode >= 0 && mode <= mostMode)) return;
  const words = `must be from 0 to 0777 in octal, which is 511, not ${mode}`;
  reportInvalid(problems, child(path, key), words, octalSlip(mode));
}

/** `644` was most likely meant to be octal. */
function octalSlip(mode: number): string | undefined {
  return /^[0-7]{3}$/.test(String(mode)) ? `did you mean 0${mode}?` : undefined;
}

/** Keys of a ConfigMap or Secret, and the files that they become. */
export function checkKeyFiles(
  items: JsonArray,
  path: FieldPath,
  problems: Problems,
  taken?: Set<string>,
): void {
  for (let index = 0; index < items.length; index += 1) {
    const item = itemOf(items[index]);
    const at = child(path, index);
    requireText(problems, item, at, 'key');
    checkFile(item, at, problems, taken);
  }
}

/** `path` and `mode` of a file in a volume; `taken` are the paths that other files of the volume have. */
export function checkFile(item: JsonObject, path: FieldPath, problems: Problems, taken?: Set<string>): void {
  requireText(problems, item, path, 'path');
  const file = text(item, 'path');
  if (file !== '') checkVolumeFilePath(problems, child(path, 'path'), file);
  if (taken && file !== '') takePath(file, child(path, 'path'), problems, taken);
  checkFileMode(item, path, 'mode', problems);
}

/** Two files of a projected volume cannot have the same path. */
export function takePath(file: string, path: FieldPath, problems: Problems, taken: Set<string>): void {
  if (taken.has(file)) reportInvalid(problems, path, 'must not be the path of another file of the volume');
  taken.add(file);
}
