import { child, type FieldPath } from '../field-path.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { checkCount, eachItem, eachText } from '../meta/items.ts';
import { checkName, dns1123Label, dns1123Subdomain, labelValue, qualifiedName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportDuplicate, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkSliceAddress } from './endpoint-slice-address.ts';
import { protocols } from './service-ports.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/discovery/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, resetsGeneration: true };
const addressTypes = ['FQDN', 'IPv4', 'IPv6'];
const mostAddresses = 100;
const mostPorts = 20_000;
const mostEndpoints = 1000;
const mostHints = 8;

/** Checks an EndpointSlice. */
export function checkEndpointSlice(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const type = text(object, 'addressType');
  const typePath = child(undefined, 'addressType');
  if (type === '') reportMissing(problems, typePath);
  else if (!addressTypes.includes(type)) reportUnsupported(problems, typePath, type, addressTypes);
  checkPorts(object, context);
  const count = list(object, 'endpoints').length;
  if (!checkCount(problems, child(undefined, 'endpoints'), count, mostEndpoints)) return;
  eachItem(object, 'endpoints', undefined, (endpoint, path) => checkEndpoint(endpoint, type, path, context));
}

function checkPorts(object: JsonObject, { problems }: RuleContext): void {
  const count = list(object, 'ports').length;
  if (!checkCount(problems, child(undefined, 'ports'), count, mostPorts)) return;
  const names = new Set<string>();
  eachItem(object, 'ports', undefined, (port, path) => {
    const name = text(port, 'name');
    if (name !== '') checkName(name, dns1123Label, child(path, 'name'), problems);
    if (names.has(name)) reportDuplicate(problems, child(path, 'name'), name);
    names.add(name);
    const protocol = present(port['protocol']) ? text(port, 'protocol') : 'TCP';
    if (!protocols.includes(protocol))
      reportUnsupported(problems, child(path, 'protocol'), protocol, protocols);
    if (present(port['appProtocol'])) {
      checkName(text(port, 'appProtocol'), qualifiedName, child(path, 'appProtocol'), problems);
    }
  });
}

function checkEndpoint(endpoint: JsonObject, type: string, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  const count = list(endpoint, 'addresses').length;
  const addresses = child(path, 'addresses');
  if (count === 0) reportMissing(problems, addresses);
  else checkCount(problems, addresses, count, mostAddresses);
  eachText(endpoint, 'addresses', path, (address, at) => checkSliceAddress(address, type, at, context));
  if (present(endpoint['nodeName'])) {
    checkName(text(endpoint, 'nodeName'), dns1123Subdomain, child(path, 'nodeName'), problems);
  }
  if (present(endpoint['hostname'])) {
    checkName(text(endpoint, 'hostname'), dns1123Label, child(path, 'hostname'), problems);
  }
  const hints = map(endpoint, 'hints');
  if (!hints) return;
  const at = child(path, 'hints');
  const zonesFit = checkHints(hints, 'forZones', at, context);
  // Gate PreferSameTrafficDistribution: the field is dropped without it.
  if (zonesFit && context.minor >= 34) checkHints(hints, 'forNodes', at, context);
}

function checkHints(
  hints: JsonObject,
  key: 'forZones' | 'forNodes',
  path: FieldPath,
  { problems }: RuleContext,
): boolean {
  const count = list(hints, key).length;
  if (!checkCount(problems, child(path, key), count, mostHints)) return false;
  const names = new Set<string>();
  const rule = key === 'forZones' ? labelValue : dns1123Subdomain;
  eachItem(hints, key, path, (hint, at) => {
    const name = text(hint, 'name');
    if (names.has(name)) reportDuplicate(problems, child(at, 'name'), name);
    names.add(name);
    checkName(name, rule, child(at, 'name'), problems);
  });
  return true;
}
