import { child } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import type { SecretValues } from './secret.ts';

const accountAnnotation = 'kubernetes.io/service-account.name';
const accountPath = child(child(child(undefined, 'metadata'), 'annotations'), accountAnnotation);

/** Checks what a Secret of a well-known type has to hold; other types hold what they like. */
export function checkSecretType(
  type: string,
  values: SecretValues,
  annotations: JsonObject | undefined,
  problems: Problems,
): void {
  switch (type) {
    case 'kubernetes.io/service-account-token':
      if (text(annotations, accountAnnotation) === '')
        reportMissing(problems, accountPath, `for type ${type}`);
      break;
    case 'kubernetes.io/dockercfg':
      checkJson('.dockercfg', type, values, problems);
      break;
    case 'kubernetes.io/dockerconfigjson':
      checkJson('.dockerconfigjson', type, values, problems);
      break;
    case 'kubernetes.io/basic-auth':
      if (values.has('username') || values.has('password')) break;
      reportMissing(problems, values.path('username'), `for type ${type}, or else data.password`);
      break;
    case 'kubernetes.io/ssh-auth':
      if (values.get('ssh-privatekey')?.length !== 0) break;
      reportMissing(problems, values.path('ssh-privatekey'), `for type ${type}`);
      break;
    case 'kubernetes.io/tls':
      checkThere('tls.crt', type, values, problems);
      checkThere('tls.key', type, values, problems);
  }
}

function checkThere(key: string, type: string, values: SecretValues, problems: Problems): boolean {
  if (values.has(key)) return true;
  reportMissing(problems, values.path(key), `for type ${type}`);
  return false;
}

function checkJson(key: string, type: string, values: SecretValues, problems: Problems): void {
  if (!checkThere(key, type, values, problems)) return;
  const bytes = values.get(key);
  if (!bytes || isJsonObject(bytes.toString())) return;
  // What stands in a secret is not shown.
  reportInvalid(problems, values.path(key), 'must hold a JSON object');
}

/** Go reads null as an empty object. */
function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
