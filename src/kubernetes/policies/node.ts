import { child } from '../field-path.ts';
import { parseCidr } from '../meta/address.ts';
import { list, map, text, whole } from '../meta/fields.ts';
import { texts } from '../meta/items.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportInvalid } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import { checkOldCidr, familyOf } from '../services/address-field.ts';
import type { JsonObject } from '../value.ts';
import { checkNodeAnnotations } from './node-annotations.ts';
import { checkTaints } from './node-taints.ts';
import { checkAmount } from './resource-names.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go (ValidateNode)

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false };
const specPath = child(undefined, 'spec');
const statusPath = child(undefined, 'status');

/** Checks a Node. */
export function checkNode(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  checkNodeAnnotations(map(map(object, 'metadata'), 'annotations'), context.problems);
  const spec = map(object, 'spec');
  if (spec) {
    checkTaints(list(spec, 'taints'), child(specPath, 'taints'), context.problems);
    checkPodCidrs(spec, context);
  }
  const status = map(object, 'status');
  if (status) checkStatus(status, context);
}

function checkPodCidrs(spec: JsonObject, context: RuleContext): void {
  const single = text(spec, 'podCIDR');
  const all = texts(spec, 'podCIDRs');
  // The single field is of older clients, and wins where the two differ.
  const oldWins = single !== '' && single !== all[0];
  const cidrs = oldWins ? [single] : all;
  const path = child(specPath, oldWins ? 'podCIDR' : 'podCIDRs');
  cidrs.forEach((cidr, index) => {
    checkOldCidr(cidr, oldWins ? path : child(path, index), context);
  });
  if (cidrs.length < 2) return;
  const families = cidrs.map((cidr) => parseCidr(cidr)?.address).map((ip) => ip && familyOf(ip));
  if (cidrs.length === 2 && families.includes(4) && families.includes(6)) return;
  reportInvalid(context.problems, path, 'must hold at most one network of each IP family');
}

function checkStatus(status: JsonObject, { minor, problems }: RuleContext): void {
  for (const key of ['capacity', 'allocatable']) {
    const amounts = map(status, key);
    if (!amounts) continue;
    const path = child(statusPath, key);
    for (const name of Object.keys(amounts)) checkAmount(name, amounts[name], child(path, name), problems);
  }
  const swap = map(map(status, 'nodeInfo'), 'swap');
  const capacity = whole(swap, 'capacity');
  if (minor < 33 || capacity === undefined || capacity > 0) return;
  const path = child(child(child(statusPath, 'nodeInfo'), 'swap'), 'capacity');
  reportInvalid(problems, path, `must be greater than 0, not ${capacity}`);
}
