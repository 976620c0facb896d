import { child, type FieldPath } from '../field-path.ts';
import { domainPrefixedPath } from '../meta/domains.ts';
import { map, present, text } from '../meta/fields.ts';
import { checkName, dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportForbidden, reportMissing, reportTooLong, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkTypedReference } from './typed-reference.ts';

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false, resetsGeneration: true };
const specPath = child(undefined, 'spec');
const longestController = 250;
const scopes = ['Cluster', 'Namespace'];

/** Checks an IngressClass. */
export function checkIngressClass(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const spec = map(object, 'spec');
  const controller = text(spec, 'controller');
  const path = child(specPath, 'controller');
  if (Buffer.byteLength(controller) > longestController) reportTooLong(problems, path, longestController);
  if (controller === '') reportMissing(problems, path);
  else checkName(controller, domainPrefixedPath, path, problems, 'manifest/invalid-value');
  const parameters = map(spec, 'parameters');
  if (parameters) checkParameters(parameters, child(specPath, 'parameters'), problems);
}

function checkParameters(parameters: JsonObject, path: FieldPath, problems: Problems): void {
  checkTypedReference(parameters, path, problems);
  const scope = present(parameters['scope']) ? text(parameters, 'scope') : 'Cluster';
  const namespace = child(path, 'namespace');
  const given = present(parameters['namespace']);
  if (!scopes.includes(scope)) reportUnsupported(problems, child(path, 'scope'), scope, scopes);
  else if (scope === 'Cluster') {
    if (given) reportForbidden(problems, namespace, 'must not be set where the scope is Cluster');
  } else if (!given) reportMissing(problems, namespace, 'where the scope is Namespace');
  else checkName(text(parameters, 'namespace'), dns1123Label, namespace, problems);
}
