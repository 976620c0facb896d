import { child, type FieldPath } from '../field-path.ts';
import { map, pointedText, text } from '../meta/fields.ts';
import { reportInvalid, reportMissing, reportTooLong, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import { isPadded } from './container-image.ts';

const types = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const longestPath = 4095;

/** `appArmorProfile` of a pod or a container. */
export function checkAppArmorProfile(owner: JsonObject, path: FieldPath, problems: Problems): void {
  const profile = map(owner, 'appArmorProfile');
  if (!profile) return;
  const at = child(path, 'appArmorProfile');
  const type = text(profile, 'type');
  const name = pointedText(profile, 'localhostProfile');
  const here = child(at, 'localhostProfile');
  if (type === 'Localhost') checkProfileName(name, here, problems);
  else if (type === '') reportMissing(problems, child(at, 'type'));
  else if (!types.includes(type)) reportUnsupported(problems, child(at, 'type'), type, types);
  else if (name !== undefined) reportInvalid(problems, here, 'may be set for the type Localhost only');
}

function checkProfileName(name: string | undefined, path: FieldPath, problems: Problems): void {
  if (name === undefined || name === '') {
    reportMissing(problems, path, 'for the type Localhost');
    return;
  }
  if (isPadded(name)) reportInvalid(problems, path, 'must not have white space at its start or end');
  if (Buffer.byteLength(name) > longestPath) reportTooLong(problems, path, longestPath);
}
