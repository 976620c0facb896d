import { child } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { checkChoice, checkPointedChoice, reportMissing } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkDriverName, checkParameters } from './driver-parameters.ts';
import { checkTopologyTerm } from './topology-term.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/storage/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false };
const reclaimPolicies = ['Delete', 'Retain'];
const bindingModes = ['Immediate', 'WaitForFirstConsumer'];

/** Checks a StorageClass. */
export function checkStorageClass(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  checkDriverName(text(object, 'provisioner'), child(undefined, 'provisioner'), problems);
  checkParameters(object, problems);
  checkChoice(problems, object, undefined, 'reclaimPolicy', reclaimPolicies);
  checkPointedChoice(problems, object, undefined, 'volumeBindingMode', bindingModes);
  const seen = new Set<string>();
  eachItem(object, 'allowedTopologies', undefined, (term, path) =>
    checkTopologyTerm(term, path, seen, problems),
  );
}

/** Checks a VolumeAttributesClass. */
export function checkVolumeAttributesClass(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  checkDriverName(text(object, 'driverName'), child(undefined, 'driverName'), problems);
  if (checkParameters(object, problems) === 0) reportMissing(problems, child(undefined, 'parameters'));
}
