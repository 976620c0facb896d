import { child, type FieldPath } from '../field-path.ts';
import { list, present, text, whole } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { checkName, dns1123Label, dns1123Subdomain, qualifiedName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkOldIp } from './address-field.ts';
import { checkEndpointIp } from './endpoint-address.ts';
import { isPortNumber, portRange, protocols } from './service-ports.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go (ValidateEndpoints)

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };

/** Checks an Endpoints object. */
export function checkEndpoints(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  eachItem(object, 'subsets', undefined, (subset, path) => checkSubset(subset, path, context));
}

function checkSubset(subset: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  if (list(subset, 'addresses').length === 0 && list(subset, 'notReadyAddresses').length === 0) {
    reportMissing(problems, child(path, 'addresses'), 'where notReadyAddresses is not');
  }
  const checkEach = (address: JsonObject, at: FieldPath) => checkAddress(address, at, context);
  eachItem(subset, 'addresses', path, checkEach);
  eachItem(subset, 'notReadyAddresses', path, checkEach);
  const several = list(subset, 'ports').length > 1;
  eachItem(subset, 'ports', path, (port, at) => checkPort(port, several, at, problems));
}

function checkAddress(address: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  const ip = text(address, 'ip');
  const ipPath = child(path, 'ip');
  if (checkOldIp(ip, ipPath, context)) checkEndpointIp(ip, ipPath, problems);
  const hostname = text(address, 'hostname');
  if (hostname !== '') checkName(hostname, dns1123Label, child(path, 'hostname'), problems);
  if (present(address['nodeName'])) {
    checkName(text(address, 'nodeName'), dns1123Subdomain, child(path, 'nodeName'), problems);
  }
}

function checkPort(port: JsonObject, several: boolean, path: FieldPath, problems: Problems): void {
  const name = text(port, 'name');
  if (name !== '') checkName(name, dns1123Label, child(path, 'name'), problems);
  else if (several) reportMissing(problems, child(path, 'name'), 'where there are several ports');
  const number = whole(port, 'port') ?? 0;
  if (!isPortNumber(number)) reportInvalid(problems, child(path, 'port'), portRange(number));
  const protocol = text(port, 'protocol') || 'TCP';
  if (!protocols.includes(protocol))
    reportUnsupported(problems, child(path, 'protocol'), protocol, protocols);
  if (present(port['appProtocol'])) {
    checkName(text(port, 'appProtocol'), qualifiedName, child(path, 'appProtocol'), problems);
  }
}
