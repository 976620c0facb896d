import { child, type FieldPath } from '../field-path.ts';
import { list, present, text } from '../meta/fields.ts';
import { eachText } from '../meta/items.ts';
import { checkName, qualifiedName } from '../meta/names.ts';
import { reportForbidden } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import { checkOldCidr } from './address-field.ts';
import type { ServiceView } from './service-view.ts';

const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const rangesPath = child(child(child(undefined, 'metadata'), 'annotations'), rangesAnnotation);
const otherType = 'unless the type is LoadBalancer';

/** Checks what only load balancers have: source ranges, class, allocation of node ports. */
export function checkLoadBalancer(view: ServiceView, path: FieldPath, context: RuleContext): void {
  const { spec, annotations, type } = view;
  const { problems } = context;
  const balanced = type === 'LoadBalancer';
  if (list(spec, 'loadBalancerSourceRanges').length > 0) {
    if (!balanced)
      reportForbidden(problems, child(path, 'loadBalancerSourceRanges'), `must not be set ${otherType}`);
    // Space around a range is allowed: the values came from an annotation once.
    eachText(spec, 'loadBalancerSourceRanges', path, (range, at) => checkOldCidr(range.trim(), at, context));
  } else if (annotations && Object.hasOwn(annotations, rangesAnnotation)) {
    if (!balanced) reportForbidden(problems, rangesPath, `must not be set ${otherType}`);
    const ranges = text(annotations, rangesAnnotation).trim();
    if (ranges !== '') {
      for (const range of ranges.split(',')) checkOldCidr(range.trim(), rangesPath, context);
    }
  }
  if (present(spec['allocateLoadBalancerNodePorts']) && !balanced) {
    reportForbidden(problems, child(path, 'allocateLoadBalancerNodePorts'), `must not be set ${otherType}`);
  }
  if (!present(spec['loadBalancerClass'])) return;
  const at = child(path, 'loadBalancerClass');
  if (balanced) checkName(text(spec, 'loadBalancerClass'), qualifiedName, at, problems);
  else reportForbidden(problems, at, `must not be set ${otherType}`);
}
