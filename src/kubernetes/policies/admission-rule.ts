import { child, type FieldPath } from '../field-path.ts';
import { eachText, texts } from '../meta/items.ts';
import { quoted } from '../meta/quoted.ts';
import { checkPointedChoice, reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/admissionregistration/validation/validation.go

const operations = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const scopes = ['*', 'Cluster', 'Namespaced'];

/** Checks which operations on which resources a webhook or an admission policy is called for. */
export function checkAdmissionRule(rule: JsonObject, path: FieldPath, problems: Problems): void {
  checkWildcards(rule, 'operations', path, problems);
  eachText(rule, 'operations', path, (operation, at) => {
    if (!operations.includes(operation)) reportUnsupported(problems, at, operation, operations);
  });
  checkWildcards(rule, 'apiGroups', path, problems);
  checkWildcards(rule, 'apiVersions', path, problems);
  eachText(rule, 'apiVersions', path, (version, at) => {
    if (version === '') reportMissing(problems, at);
  });
  checkResources(texts(rule, 'resources'), child(path, 'resources'), problems);
  checkPointedChoice(problems, rule, path, 'scope', scopes);
}

/** A list that has to hold something, and `*` only alone. */
function checkWildcards(rule: JsonObject, key: string, path: FieldPath, problems: Problems): void {
  const values = texts(rule, key);
  if (values.length === 0) reportMissing(problems, child(path, key));
  if (values.length < 2 || !values.includes('*')) return;
  reportInvalid(problems, child(path, key), 'must hold nothing else where it holds "*"');
}

/** Most are: neither empty nor a subresource nor a wildcard. */
function isPlain(resource: string): boolean {
  return resource !== '' && !resource.includes('/') && !resource.includes('*');
}

function checkResources(resources: readonly string[], path: FieldPath, problems: Problems): void {
  if (resources.length === 0) reportMissing(problems, path);
  if (resources.every(isPlain)) return;
  const everySubresourceOf = new Set<string>();
  const ofEveryResource = new Set<string>();
  resources.forEach((resource, index) => {
    const at = child(path, index);
    if (resource === '') reportMissing(problems, at);
    const slash = resource.indexOf('/');
    if (slash < 0) return;
    const name = resource.slice(0, slash);
    const subresource = resource.slice(slash + 1);
    if (everySubresourceOf.has(name))
      reportInvalid(problems, at, `must not be there: ${quoted(`${name}/*`)} is`);
    if (ofEveryResource.has(subresource)) {
      reportInvalid(problems, at, `must not be there: ${quoted(`*/${subresource}`)} is`);
    }
    if (subresource === '*') everySubresourceOf.add(name);
    if (name === '*') ofEveryResource.add(subresource);
  });
  if (resources.length > 1 && resources.includes('*/*')) {
    reportInvalid(problems, path, 'must hold nothing else where it holds "*/*"');
  }
  // As the API server does, only the last resource without a subresource counts.
  const last = resources.filter((resource) => resource !== '' && !resource.includes('/')).at(-1);
  if (resources.includes('*') && last !== '*') {
    reportInvalid(problems, path, 'must hold no other resource without a subresource where it holds "*"');
  }
}
