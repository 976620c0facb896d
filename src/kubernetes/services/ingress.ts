import { child, type FieldPath } from '../field-path.ts';
import { parseIp } from '../meta/address.ts';
import { wildcardDns1123Subdomain } from '../meta/domains.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { eachItem, eachText } from '../meta/items.ts';
import { checkName, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkIngressBackend, checkIngressPath } from './ingress-path.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/networking/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, resetsGeneration: true };
const specPath = child(undefined, 'spec');
const classAnnotation = 'kubernetes.io/ingress.class';
const classPath = child(child(child(undefined, 'metadata'), 'annotations'), classAnnotation);

/** Checks an Ingress. */
export function checkIngress(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const spec = map(object, 'spec') ?? {};
  const backend = map(spec, 'defaultBackend');
  if (backend) checkIngressBackend(backend, child(specPath, 'defaultBackend'), context);
  else if (list(spec, 'rules').length === 0)
    reportInvalid(problems, specPath, 'must have defaultBackend or rules');
  eachItem(spec, 'rules', specPath, (rule, path) => checkRule(rule, path, context));
  eachItem(spec, 'tls', specPath, (tls, path) => checkTls(tls, path, problems));
  if (present(spec['ingressClassName'])) checkClass(object, text(spec, 'ingressClassName'), problems);
}

function checkClass(object: JsonObject, name: string, problems: Problems): void {
  checkName(name, dns1123Subdomain, child(specPath, 'ingressClassName'), problems);
  const annotations = map(map(object, 'metadata'), 'annotations');
  if (!annotations || !Object.hasOwn(annotations, classAnnotation)) return;
  if (text(annotations, classAnnotation) === name) return;
  reportInvalid(problems, classPath, `must be ${quoted(name)}, as spec.ingressClassName is`);
}

function checkRule(rule: JsonObject, path: FieldPath, context: RuleContext): void {
  const host = text(rule, 'host');
  if (host !== '') checkHost(host, child(path, 'host'), context.problems);
  const http = map(rule, 'http');
  if (!http) return;
  const at = child(path, 'http');
  if (list(http, 'paths').length === 0) reportMissing(context.problems, child(at, 'paths'));
  eachItem(http, 'paths', at, (item, itemPath) => checkIngressPath(item, itemPath, context));
}

function checkHost(host: string, path: FieldPath, problems: Problems): void {
  if (parseIp(host)) reportInvalid(problems, path, `must be a DNS name, not the IP address ${quoted(host)}`);
  else checkDomain(host, path, problems);
}

function checkDomain(host: string, path: FieldPath, problems: Problems): void {
  checkName(host, host.includes('*') ? wildcardDns1123Subdomain : dns1123Subdomain, path, problems);
}

function checkTls(tls: JsonObject, path: FieldPath, problems: Problems): void {
  eachText(tls, 'hosts', path, (host, at) => checkDomain(host, at, problems));
  const secret = text(tls, 'secretName');
  if (secret !== '') checkName(secret, dns1123Subdomain, child(path, 'secretName'), problems);
}
