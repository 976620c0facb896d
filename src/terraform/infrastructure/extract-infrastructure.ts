import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Infrastructure } from '../../model/infrastructure.ts';
import { awsBalancers } from './balancer-aws.ts';
import { azureBalancers } from './balancer-azure.ts';
import { googleBalancers } from './balancer-google.ts';
import { otherBalancers } from './balancer-others.ts';
import { awsFirewall } from './firewall-aws.ts';
import { azureFirewall } from './firewall-azure.ts';
import { blockFirewalls } from './firewall-blocks.ts';
import { googleFirewall } from './firewall-google.ts';
import { openstackFirewall } from './firewall-openstack.ts';
import { policyFirewalls } from './firewall-policies.ts';
import { instances } from './instances.ts';
import { type ExtractionContext, Inventory } from './inventory.ts';
import { osImages } from './os-images.ts';

const firewalls = [
  awsFirewall,
  azureFirewall,
  googleFirewall,
  blockFirewalls,
  openstackFirewall,
  policyFirewalls,
];

const balancers = [awsBalancers, azureBalancers, googleBalancers, otherBalancers];

/**
 * What the cluster stands on, from the resources of one render. What a platform does without a rule (AWS lets nothing
 * in, Google everything out) is not in it: rules are those that somebody wrote.
 */
export function extractInfrastructure(
  resources: readonly RenderedResource[],
  context: ExtractionContext,
): Omit<Infrastructure, 'images'> {
  const inventory = new Inventory(resources);
  return {
    firewallRules: firewalls.flatMap((read) => read(inventory, context)),
    loadBalancers: balancers.flatMap((read) => read(inventory, context)),
    instances: instances(inventory, context),
    osImages: osImages(inventory, context),
  };
}
