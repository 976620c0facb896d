import { child, type FieldPath } from '../field-path.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { eachText, texts } from '../meta/items.ts';
import { checkLabels } from '../meta/labels.ts';
import { checkName, dns1035Label, dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { checkChoice, checkRange, reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkOldIp } from './address-field.ts';
import { checkEndpointIp } from './endpoint-address.ts';
import { checkClusterIps } from './service-cluster-ips.ts';
import { checkLoadBalancer } from './service-load-balancer.ts';
import { checkNodePorts } from './service-node-ports.ts';
import { checkServicePorts } from './service-ports.ts';
import { checkTrafficPolicies } from './service-traffic.ts';
import type { ServiceView } from './service-view.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go (validateService)

const specPath = child(undefined, 'spec');
const clientIpPath = child(child(specPath, 'sessionAffinityConfig'), 'clientIP');
const annotationsPath = child(child(undefined, 'metadata'), 'annotations');
const types = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];
const affinities = ['ClientIP', 'None'];
/** A day. */
const longestAffinitySeconds = 86_400;

const oldMeta: ObjectMetaOptions = { name: dns1035Label, namespaced: true };
const relaxedMeta: ObjectMetaOptions = { name: dns1123Label, namespaced: true };

/** Checks a Service. */
export function checkService(object: JsonObject, context: RuleContext): void {
  const { problems } = context;
  // Names may start with a digit from 1.36 on (gate RelaxedServiceNameValidation).
  checkObjectMeta(object, context.minor >= 36 ? relaxedMeta : oldMeta, context);
  const view = viewOf(object);
  const { spec, type } = view;
  if (!types.includes(type)) reportUnsupported(problems, child(specPath, 'type'), type, types);
  if (list(spec, 'ports').length === 0 && !view.headless && type !== 'ExternalName') {
    reportMissing(problems, child(specPath, 'ports'));
  }
  if (type === 'ExternalName') checkExternalName(view, specPath, problems);
  else checkClusterIps(view, specPath, context);
  checkServicePorts(view, specPath, problems);
  checkNodePorts(view, specPath, problems);
  if (spec['selector']) checkLabels(spec['selector'], child(specPath, 'selector'), problems);
  checkAffinity(spec, problems);
  eachText(spec, 'externalIPs', specPath, (address, path) => {
    if (checkOldIp(address, path, context)) checkEndpointIp(address, path, problems);
  });
  checkLoadBalancer(view, specPath, context);
  checkTrafficPolicies(view, specPath, context);
  checkTopologyAnnotations(view.annotations, problems);
}

function viewOf(object: JsonObject): ServiceView {
  const spec = map(object, 'spec') ?? {};
  const clusterIp = text(spec, 'clusterIP');
  const given = texts(spec, 'clusterIPs');
  // The API server fills in the list for clients that know the single field only.
  const clusterIps = given.length === 0 && clusterIp !== '' ? [clusterIp] : given;
  return {
    annotations: map(map(object, 'metadata'), 'annotations'),
    spec,
    type: text(spec, 'type') || 'ClusterIP',
    clusterIp,
    clusterIps,
    headless: clusterIps.length === 1 && clusterIps[0] === 'None',
  };
}

function checkExternalName({ spec, clusterIps }: ServiceView, path: FieldPath, problems: Problems): void {
  const set = (key: string) =>
    problems.key(
      'manifest/forbidden-field',
      child(path, key),
      `spec.${key} must not be set for services of type ExternalName`,
    );
  if (clusterIps.length > 0) set(list(spec, 'clusterIPs').length > 0 ? 'clusterIPs' : 'clusterIP');
  if (list(spec, 'ipFamilies').length > 0) set('ipFamilies');
  if (present(spec['ipFamilyPolicy'])) set('ipFamilyPolicy');
  const name = text(spec, 'externalName');
  const at = child(path, 'externalName');
  const domain = name.endsWith('.') ? name.slice(0, -1) : name;
  if (domain === '') reportMissing(problems, at, 'for services of type ExternalName');
  else checkName(domain, dns1123Subdomain, at, problems);
}

function checkAffinity(spec: JsonObject, problems: Problems): void {
  checkChoice(problems, spec, specPath, 'sessionAffinity', affinities);
  const clientIp = map(map(spec, 'sessionAffinityConfig'), 'clientIP');
  if (!clientIp || text(spec, 'sessionAffinity') !== 'ClientIP') return;
  checkRange(problems, clientIp, clientIpPath, 'timeoutSeconds', 1, longestAffinitySeconds);
}

const topologyHints = 'service.kubernetes.io/topology-aware-hints';
const topologyMode = 'service.kubernetes.io/topology-mode';

function checkTopologyAnnotations(annotations: JsonObject | undefined, problems: Problems): void {
  if (!annotations || !Object.hasOwn(annotations, topologyMode)) return;
  if (!Object.hasOwn(annotations, topologyHints)) return;
  const hints = text(annotations, topologyHints);
  if (text(annotations, topologyMode) === hints) return;
  reportInvalid(
    problems,
    child(annotationsPath, topologyMode),
    `must be ${quoted(hints)}, as ${topologyHints} is`,
  );
}
