import { child, type FieldPath } from '../field-path.ts';
import { map, pointedText, text } from '../meta/fields.ts';
import { reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import { checkDescendingPath } from './paths.ts';

const types = ['Localhost', 'RuntimeDefault', 'Unconfined'];

/** `seccompProfile` of a pod or a container. */
export function checkSeccompProfile(owner: JsonObject, path: FieldPath, problems: Problems): void {
  const profile = map(owner, 'seccompProfile');
  if (!profile) return;
  const at = child(path, 'seccompProfile');
  const type = text(profile, 'type');
  if (type === '') reportMissing(problems, child(at, 'type'));
  else if (!types.includes(type)) reportUnsupported(problems, child(at, 'type'), type, types);
  const file = pointedText(profile, 'localhostProfile');
  const here = child(at, 'localhostProfile');
  if (type !== 'Localhost') {
    if (file !== undefined) reportInvalid(problems, here, 'may be set for the type Localhost only');
  } else if (file === undefined) reportMissing(problems, here, 'for the type Localhost');
  else checkDescendingPath(problems, here, file);
}
