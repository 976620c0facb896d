import { child, type FieldPath } from '../field-path.ts';
import { map, present, text } from '../meta/fields.ts';
import { dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import {
  reportForbidden,
  reportMissing,
  reportUnsupported,
  requireName,
  requireText,
} from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

const kinds = ['Group', 'ServiceAccount', 'User'];
const fields: ReadonlyMap<string, string> = new Map([
  ['Group', 'group'],
  ['ServiceAccount', 'serviceAccount'],
  ['User', 'user'],
]);

/** Checks whose requests a rule of a FlowSchema is for. */
export function checkFlowSubject(subject: JsonObject, path: FieldPath, problems: Problems): void {
  const kind = text(subject, 'kind');
  const own = fields.get(kind);
  if (own === undefined) {
    reportUnsupported(problems, child(path, 'kind'), kind, kinds);
    return;
  }
  for (const field of fields.values()) {
    if (field === own || !present(subject[field])) continue;
    reportForbidden(problems, child(path, field), `must not be set for the kind ${kind}`);
  }
  const value = map(subject, own);
  const at = child(path, own);
  if (!value) reportMissing(problems, at, `for the kind ${kind}`);
  else if (own === 'serviceAccount') checkServiceAccount(value, at, problems);
  else requireText(problems, value, at, 'name');
}

function checkServiceAccount(account: JsonObject, path: FieldPath, problems: Problems): void {
  if (text(account, 'name') !== '*') requireName(problems, account, path, 'name', dns1123Subdomain);
  requireName(problems, account, path, 'namespace', dns1123Label);
}
