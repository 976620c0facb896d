import { child, type FieldPath } from '../field-path.ts';
import { parseCidr } from '../meta/address.ts';
import { map, text } from '../meta/fields.ts';
import { texts } from '../meta/items.ts';
import type { NameRule } from '../meta/name-rule.ts';
import { checkName, dns1123Subdomain, pathSegmentName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkCanonicalCidr, familyOf, isCanonicalIp } from './address-field.ts';
import { checkSegment } from './typed-reference.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/networking/validation/validation.go

const specPath = child(undefined, 'spec');
const cidrMeta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false };

/** Checks a ServiceCIDR. */
export function checkServiceCidr(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, cidrMeta, context);
  const { problems } = context;
  const cidrs = texts(map(object, 'spec'), 'cidrs');
  const path = child(specPath, 'cidrs');
  if (cidrs.length === 0) {
    reportMissing(problems, path);
    return;
  }
  if (cidrs.length > 2) {
    reportInvalid(problems, path, 'must have at most 2 items');
    return;
  }
  cidrs.forEach((cidr, index) => {
    checkCanonicalCidr(cidr, child(path, index), problems);
  });
  const [first, second] = cidrs.map((cidr) => parseCidr(cidr)?.address).map((ip) => ip && familyOf(ip));
  if (first === undefined || first !== second) return;
  reportInvalid(problems, path, 'must have at most one network of each IP family');
}

const addressName: NameRule = {
  test: isCanonicalIp,
  // Such objects are never named by the API server.
  testPrefix: isCanonicalIp,
  words: 'an IP address as it is printed, such as 10.0.0.1 or 2001:db8::1',
};
const addressMeta: ObjectMetaOptions = { name: addressName, namespaced: false };

/** Checks an IPAddress. */
export function checkIpAddress(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, addressMeta, context);
  const { problems } = context;
  const parent = map(map(object, 'spec'), 'parentRef');
  const path: FieldPath = child(specPath, 'parentRef');
  if (!parent) {
    reportMissing(problems, path);
    return;
  }
  const group = text(parent, 'group');
  if (group !== '') checkName(group, dns1123Subdomain, child(path, 'group'), problems);
  checkSegment(parent, 'resource', path, problems);
  checkSegment(parent, 'name', path, problems);
  const namespace = text(parent, 'namespace');
  if (namespace !== '') checkName(namespace, pathSegmentName, child(path, 'namespace'), problems);
}
