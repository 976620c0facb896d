import { child, type FieldPath, formatPath } from '../field-path.ts';
import { entryText, map } from '../meta/fields.ts';
import { checkName, qualifiedName } from '../meta/names.ts';
import { reportInvalid, reportMissing, reportTooLong } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

const path = child(undefined, 'parameters');
const mostParameters = 512;
const mostBytes = 256 * 1024;

/** The name of a provisioner or of a driver: a qualified name, in any case. */
export function checkDriverName(name: string, at: FieldPath, problems: Problems): void {
  if (name === '') reportMissing(problems, at);
  else if (!qualifiedName.test(name.toLowerCase()))
    checkName(name.toLowerCase(), qualifiedName, at, problems);
}

/** Checks `parameters` that go to a driver; answers how many there are. */
export function checkParameters(object: JsonObject, problems: Problems): number {
  const parameters = map(object, 'parameters');
  const keys = parameters ? Object.keys(parameters) : [];
  if (keys.length > mostParameters) {
    const message = `${formatPath(path)} must have at most ${mostParameters} entries, not ${keys.length}`;
    problems.value('manifest/too-long', path, message);
    return keys.length;
  }
  let bytes = 0;
  for (const key of keys) {
    if (key === '') reportInvalid(problems, path, 'must not have an empty key');
    bytes += Buffer.byteLength(key) + Buffer.byteLength(entryText(parameters?.[key]));
  }
  if (bytes > mostBytes) reportTooLong(problems, path, mostBytes);
  return keys.length;
}
