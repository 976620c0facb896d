import { child, type FieldPath } from '../field-path.ts';
import { list, map, whole } from '../meta/fields.ts';
import { eachItem, eachText } from '../meta/items.ts';
import { dns1123Subdomain, ianaPortName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { checkPointedChoice, reportInvalid, reportUnsupported } from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkPeer } from './network-policy-peer.ts';
import { isPortNumber, portRange, protocols } from './service-ports.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/networking/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, resetsGeneration: true };
const specPath = child(undefined, 'spec');
const policyTypes = ['Ingress', 'Egress'];

/** Checks a NetworkPolicy. */
export function checkNetworkPolicy(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const spec = map(object, 'spec');
  checkLabelSelector(spec?.['podSelector'], child(specPath, 'podSelector'), problems);
  eachItem(spec, 'ingress', specPath, (rule, path) => checkRule(rule, 'from', path, context));
  eachItem(spec, 'egress', specPath, (rule, path) => checkRule(rule, 'to', path, context));
  if (list(spec, 'policyTypes').length > policyTypes.length) {
    reportInvalid(problems, child(specPath, 'policyTypes'), 'must have at most two items');
    return;
  }
  eachText(spec, 'policyTypes', specPath, (type, path) => {
    if (!policyTypes.includes(type)) reportUnsupported(problems, path, type, policyTypes);
  });
}

function checkRule(rule: JsonObject, peers: 'from' | 'to', path: FieldPath, context: RuleContext): void {
  eachItem(rule, 'ports', path, (port, at) => checkPort(port, at, context.problems));
  eachItem(rule, peers, path, (peer, at) => checkPeer(peer, at, context));
}

function checkPort(port: JsonObject, path: FieldPath, problems: Problems): void {
  checkPointedChoice(problems, port, path, 'protocol', protocols);
  const value = port['port'];
  const end = whole(port, 'endPort');
  const endPath = child(path, 'endPort');
  if (typeof value === 'number') {
    if (!isPortNumber(value)) reportInvalid(problems, child(path, 'port'), portRange(value));
    if (end === undefined) return;
    if (end < value) reportInvalid(problems, endPath, `must not be less than port, which is ${value}`);
    if (!isPortNumber(end)) reportInvalid(problems, endPath, portRange(end));
  } else {
    if (end !== undefined) reportInvalid(problems, endPath, 'must only be set where port is a number');
    if (typeof value !== 'string' || ianaPortName.test(value)) return;
    reportInvalid(problems, child(path, 'port'), `must be ${ianaPortName.words}, not ${quoted(value)}`);
  }
}
