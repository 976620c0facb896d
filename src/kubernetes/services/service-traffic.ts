import { child, type FieldPath } from '../field-path.ts';
import { text, whole } from '../meta/fields.ts';
import { checkChoice, checkPointedChoice, reportInvalid } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import { isExternallyAccessible, type ServiceView } from './service-view.ts';

const policies = ['Cluster', 'Local'];
const closeOnly = ['PreferClose'];
const distributions = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];

/** Checks where a Service sends traffic to. */
export function checkTrafficPolicies(view: ServiceView, path: FieldPath, context: RuleContext): void {
  const { spec } = view;
  const { minor, problems } = context;
  const external = text(spec, 'externalTrafficPolicy');
  if (external !== '') {
    const at = child(path, 'externalTrafficPolicy');
    if (isExternallyAccessible(view)) checkChoice(problems, spec, path, 'externalTrafficPolicy', policies);
    else reportInvalid(problems, at, 'must only be set for services that can be reached from outside');
  }
  checkHealthCheckPort(view, external, path, context);
  checkPointedChoice(problems, spec, path, 'internalTrafficPolicy', policies);
  // Gate PreferSameTrafficDistribution.
  checkPointedChoice(problems, spec, path, 'trafficDistribution', minor >= 34 ? distributions : closeOnly);
}

function checkHealthCheckPort(
  { spec, type }: ServiceView,
  policy: string,
  path: FieldPath,
  { problems }: RuleContext,
): void {
  const port = whole(spec, 'healthCheckNodePort') ?? 0;
  // The API server chooses one where it is needed.
  if (port === 0) return;
  const at = child(path, 'healthCheckNodePort');
  if (type !== 'LoadBalancer' || policy !== 'Local') {
    reportInvalid(problems, at, 'must only be set for type LoadBalancer with externalTrafficPolicy Local');
  }
}
