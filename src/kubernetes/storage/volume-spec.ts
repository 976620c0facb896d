import { child, type FieldPath, formatPath } from '../field-path.ts';
import { reportQuantity } from '../meta/amounts.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { parseQuantity, signOf, unitValue } from '../meta/quantity.ts';
import {
  checkChoice,
  checkOptionalName,
  checkPointedChoice,
  reportForbidden,
  reportInvalid,
  reportMissing,
  requireName,
} from '../meta/report.ts';
import { checkAccessModes } from '../pods/claim-spec.ts';
import { hasFeature } from '../pods/features.ts';
import { checkNodeSelector } from '../pods/node-affinity.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkVolumeSource } from './volume-source.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go
// (ValidatePersistentVolumeSpec)

const reclaimPolicies = ['Delete', 'Recycle', 'Retain'];
const volumeModes = ['Block', 'Filesystem'];
/** The first minor that holds values of node selectors to what labels can have. */
const strictSelectorMinor = 33;

/** Checks the spec of a PersistentVolume of the given name. */
export function checkVolumeSpec(spec: JsonObject, name: string, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  checkAccessModes(list(spec, 'accessModes'), child(path, 'accessModes'), context);
  checkCapacity(map(spec, 'capacity') ?? {}, child(path, 'capacity'), problems);
  checkChoice(problems, spec, path, 'persistentVolumeReclaimPolicy', reclaimPolicies);
  checkAffinity(spec, path, context);
  checkVolumeSource(spec, name, path, context);
  checkRecycledRoot(spec, path, problems);
  checkOptionalName(problems, spec, path, 'storageClassName', dns1123Subdomain);
  checkPointedChoice(problems, spec, path, 'volumeMode', volumeModes);
  if (!present(spec['volumeAttributesClassName']) || !hasFeature(context, 'VolumeAttributesClass')) return;
  requireName(problems, spec, path, 'volumeAttributesClassName', dns1123Subdomain);
  if (!map(spec, 'csi')) reportMissing(problems, child(path, 'csi'), 'where volumeAttributesClassName is');
}

/** Checks the spec of a volume that only its VolumeAttachment describes. */
export function checkInlineVolumeSpec(spec: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  const inline = 'must not be set for an inline volume';
  for (const key of ['claimRef', 'nodeAffinity']) {
    if (map(spec, key)) reportForbidden(problems, child(path, key), inline);
  }
  if (Object.keys(map(spec, 'capacity') ?? {}).length > 0) {
    reportForbidden(problems, child(path, 'capacity'), inline);
  }
  if (text(spec, 'storageClassName') !== '') {
    reportForbidden(problems, child(path, 'storageClassName'), inline);
  }
  checkOnly(spec, 'persistentVolumeReclaimPolicy', 'Retain', path, problems);
  checkOnly(spec, 'volumeMode', 'Filesystem', path, problems);
  if (!map(spec, 'csi')) reportMissing(problems, child(path, 'csi'), 'for an inline volume');
  checkAccessModes(list(spec, 'accessModes'), child(path, 'accessModes'), context);
  checkVolumeSource(spec, '', path, context);
}

function checkOnly(spec: JsonObject, key: string, only: string, path: FieldPath, problems: Problems): void {
  const value = text(spec, key);
  if (value === only || !present(spec[key]) || (value === '' && key !== 'volumeMode')) return;
  reportForbidden(problems, child(path, key), `must not be other than ${only} for an inline volume`);
}

function checkCapacity(capacity: JsonObject, path: FieldPath, problems: Problems): void {
  const names = Object.keys(capacity);
  if (!names.includes('storage')) reportMissing(problems, child(path, 'storage'));
  for (const name of names) {
    const at = child(path, name);
    if (name !== 'storage')
      problems.key('manifest/unsupported-value', at, `${formatPath(path)} must hold storage only`);
    const quantity = parseQuantity(capacity[name]);
    if (!quantity) reportQuantity(problems, at, capacity[name]);
    else if (signOf(quantity) <= 0) reportInvalid(problems, at, 'must be greater than 0');
    // The API server counts in 64 bits.
    else if (unitValue(quantity) < 0n) reportInvalid(problems, at, 'must be less than 2^63');
  }
}

function checkAffinity(spec: JsonObject, path: FieldPath, context: RuleContext): void {
  const affinity = map(spec, 'nodeAffinity');
  const at = child(path, 'nodeAffinity');
  if (!affinity) {
    if (map(spec, 'local')) reportMissing(context.problems, at, 'for a local volume');
    return;
  }
  const required = map(affinity, 'required');
  const strict = context.minor >= strictSelectorMinor;
  if (required) checkNodeSelector(required, child(at, 'required'), strict, context);
  else reportMissing(context.problems, child(at, 'required'));
}

function checkRecycledRoot(spec: JsonObject, path: FieldPath, problems: Problems): void {
  const hostPath = map(spec, 'hostPath');
  if (!hostPath || text(spec, 'persistentVolumeReclaimPolicy') !== 'Recycle') return;
  const steps = text(hostPath, 'path')
    .split('/')
    .filter((step) => step !== '' && step !== '.');
  const root = text(hostPath, 'path').startsWith('/') && steps.every((step) => step === '..');
  if (!root) return;
  const at = child(path, 'persistentVolumeReclaimPolicy');
  reportForbidden(problems, at, 'must not be Recycle for the root of the host');
}
