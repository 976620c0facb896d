import { child, type FieldPath } from '../field-path.ts';
import { envVarName } from '../meta/env-names.ts';
import { itemOf, map, text } from '../meta/fields.ts';
import type { NameRule } from '../meta/name-rule.ts';
import { checkName, configMapKey, dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { reportInvalid, reportMissing, reportNotFound, requireName } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { hasFeature } from './features.ts';
import { checkFieldRef, environmentFields } from './field-ref.ts';
import { checkNoBackstep } from './paths.ts';
import type { PodScope } from './pod-scope.ts';
import { checkResourceFieldRef } from './resource-field-ref.ts';

/** Environment variables of a container. */
export function checkEnv(variables: JsonArray, path: FieldPath, scope: PodScope): void {
  const rule = envVarName(scope.minor);
  for (let index = 0; index < variables.length; index += 1) {
    const variable = itemOf(variables[index]);
    const name = text(variable, 'name');
    if (name === '') reportMissing(scope.problems, child(child(path, index), 'name'));
    else if (!rule.test(name)) checkName(name, rule, child(child(path, index), 'name'), scope.problems);
    const source = map(variable, 'valueFrom');
    if (source) checkSource(source, variable, child(child(path, index), 'valueFrom'), scope);
  }
}

function checkSource(source: JsonObject, variable: JsonObject, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  const count = checkSources(source, path, scope);
  if (count === 0) {
    const files = hasFeature(scope, 'EnvFiles') ? ', secretKeyRef or fileKeyRef' : ' or secretKeyRef';
    reportInvalid(problems, path, `must have one of fieldRef, resourceFieldRef, configMapKeyRef${files}`);
  } else if (text(variable, 'value') !== '') {
    reportInvalid(problems, path, 'must not be set beside a value');
  } else if (count > 1) {
    reportInvalid(problems, path, `must have one source, not ${count}`);
  }
}

/** Checks each source that is there, and counts them. */
function checkSources(source: JsonObject, path: FieldPath, scope: PodScope): number {
  const { problems } = scope;
  let count = 0;
  const fieldRef = map(source, 'fieldRef');
  if (fieldRef) {
    count += 1;
    checkFieldRef(fieldRef, child(path, 'fieldRef'), environmentFields, problems);
  }
  const resource = map(source, 'resourceFieldRef');
  if (resource) {
    count += 1;
    checkResourceFieldRef(resource, child(path, 'resourceFieldRef'), problems, false);
  }
  for (const key of ['configMapKeyRef', 'secretKeyRef']) {
    const reference = map(source, key);
    if (!reference) continue;
    count += 1;
    checkKeyRef(reference, child(path, key), problems);
  }
  const file = hasFeature(scope, 'EnvFiles') ? map(source, 'fileKeyRef') : undefined;
  if (file) {
    count += 1;
    checkFileKeyRef(file, child(path, 'fileKeyRef'), scope);
  }
  return count;
}

function checkKeyRef(reference: JsonObject, path: FieldPath, problems: Problems): void {
  const name = text(reference, 'name');
  if (!dns1123Subdomain.test(name)) checkName(name, dns1123Subdomain, child(path, 'name'), problems);
  requireName(problems, reference, path, 'key', configMapKey);
}

// Keys of files are new, and were never held to the strict rule.
const fileKey = envVarName(Number.POSITIVE_INFINITY);

function checkFileKeyRef(reference: JsonObject, path: FieldPath, { problems, volumes }: PodScope): void {
  requireName(problems, reference, path, 'key', fileKey);
  requireName(problems, reference, path, 'volumeName', dns1123Label);
  const file = text(reference, 'path');
  if (file === '') reportMissing(problems, child(path, 'path'));
  else checkNoBackstep(problems, child(path, 'path'), file);
  const name = text(reference, 'volumeName');
  const volume = volumes.get(name);
  if (!volume) reportNotFound(problems, child(path, 'volumeName'), name, 'a volume', volumes.keys());
  else if (!isEmptyDir(volume))
    reportInvalid(problems, child(path, 'volumeName'), 'must name a volume of type emptyDir');
}

/** A volume without any source is an emptyDir. */
function isEmptyDir(volume: JsonObject): boolean {
  if (map(volume, 'emptyDir')) return true;
  return !Object.keys(volume).some((key) => key !== 'name' && map(volume, key));
}

/** ConfigMaps and Secrets all of whose keys become variables. */
export function checkEnvFrom(sources: JsonArray, path: FieldPath, { minor, problems }: PodScope): void {
  for (let index = 0; index < sources.length; index += 1) {
    const source = itemOf(sources[index]);
    const at = child(path, index);
    const prefix = text(source, 'prefix');
    if (prefix !== '') checkName(prefix, envVarName(minor), child(at, 'prefix'), problems);
    const configMap = map(source, 'configMapRef');
    if (configMap) requireName(problems, configMap, child(at, 'configMapRef'), 'name', wholeSourceName);
    const secret = map(source, 'secretRef');
    if (secret) requireName(problems, secret, child(at, 'secretRef'), 'name', wholeSourceName);
    if (configMap && secret)
      reportInvalid(problems, at, 'must have one of configMapRef and secretRef, not both');
    else if (!configMap && !secret)
      reportInvalid(problems, at, 'must have one of configMapRef and secretRef');
  }
}

/** The API server takes these names for prefixes, which may end with a dash:
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go (validateConfigMapEnvSource) */
const wholeSourceName: NameRule = {
  test: (name) =>
    dns1123Subdomain.test(name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name),
  words: dns1123Subdomain.words,
};
