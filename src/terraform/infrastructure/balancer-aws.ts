import type { RenderedResource } from '../../core/terraform-protocol.ts';
import { blocksAt, numberAt, textAt, textsAt } from '../rendered-values.ts';
import { type BalancerReader, loadBalancers, type Route } from './balancer.ts';
import { ends } from './endpoints.ts';
import type { Inventory } from './inventory.ts';

/** Load balancers of AWS by their listeners and target groups, and classic ones. */
export const awsBalancers: BalancerReader = (inventory, context) =>
  loadBalancers(
    [
      ...inventory.ofType('aws_lb_listener', 'aws_alb_listener').flatMap((each) => listened(each, inventory)),
      ...inventory.ofType('aws_elb').flatMap((each) => classic(each, inventory)),
    ],
    context,
  );

function listened(listener: RenderedResource, inventory: Inventory): Route[] {
  const balancer = inventory.references.find(
    textAt(listener.values, 'load_balancer_arn'),
    'aws_lb',
    'aws_alb',
  );
  const actions = blocksAt(listener.values, 'default_action');
  const arns = actions.flatMap((action) => [
    ...textsAt(action, 'target_group_arn'),
    ...blocksAt(action, 'forward').flatMap((forward) =>
      blocksAt(forward, 'target_group').flatMap((group) => textsAt(group, 'arn')),
    ),
  ]);
  return arns.map((arn): Route => {
    const group = inventory.references.find(arn, 'aws_lb_target_group', 'aws_alb_target_group');
    return {
      resource: balancer ?? listener,
      protocol: textAt(listener.values, 'protocol'),
      port: numberAt(listener.values, 'port'),
      targetPort: numberAt(group?.values, 'port'),
      targets: group === undefined ? [] : ends(inventory, group, [arn, ...attached(arn, inventory)]),
    };
  });
}

/** Ids of machines, and names of groups of machines, that are attached to a target group. */
function attached(arn: string, inventory: Inventory): (string | undefined)[] {
  return [
    ...inventory
      .ofType('aws_lb_target_group_attachment', 'aws_alb_target_group_attachment')
      .filter(({ values }) => textAt(values, 'target_group_arn') === arn)
      .map(({ values }) => textAt(values, 'target_id')),
    ...inventory
      .ofType('aws_autoscaling_attachment')
      .filter(({ values }) =>
        [textAt(values, 'lb_target_group_arn'), textAt(values, 'alb_target_group_arn')].includes(arn),
      )
      .map(({ values }) => textAt(values, 'autoscaling_group_name')),
  ];
}

function classic(balancer: RenderedResource, inventory: Inventory): Route[] {
  const name = textAt(balancer.values, 'name');
  const targets = ends(inventory, balancer, [...textsAt(balancer.values, 'instances'), name]);
  return blocksAt(balancer.values, 'listener').map((listener) => ({
    resource: balancer,
    protocol: textAt(listener, 'lb_protocol'),
    port: numberAt(listener, 'lb_port'),
    targetPort: numberAt(listener, 'instance_port'),
    targets,
  }));
}
