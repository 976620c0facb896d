import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint, FirewallRule, PortRange } from '../../model/infrastructure.ts';
import { distinct, other, portRanges, protocolName } from './endpoints.ts';
import type { ExtractionContext, Inventory } from './inventory.ts';

/** Reads the firewall rules of one platform. */
export type FirewallReader = (inventory: Inventory, context: ExtractionContext) => FirewallRule[];

/** A rule as platforms say it: seen from the machines that it protects. */
export interface RuleParts {
  readonly direction: FirewallRule['direction'];
  readonly action?: FirewallRule['action'];
  /** The machines that the rule is for. */
  readonly near: readonly Endpoint[];
  /** Whom they talk with. */
  readonly far: readonly Endpoint[];
  readonly protocol: string | undefined;
  readonly ports: readonly (PortRange | undefined)[];
  /** Lower is decided first. */
  readonly priority?: number | undefined;
}

/** Puts a rule into the neutral shape; an end that is not known is said to be so. */
export function firewallRule(
  resource: RenderedResource,
  { direction, action = 'allow', near, far, protocol, ports, priority }: RuleParts,
  { originOf }: ExtractionContext,
): FirewallRule {
  const name = protocolName(protocol);
  const [ours, theirs] = [near, far].map((end) => (end.length > 0 ? distinct(end) : [other('unknown')]));
  return {
    address: resource.address,
    origin: originOf(resource.range),
    direction,
    action,
    from: (direction === 'ingress' ? theirs : ours) ?? [],
    to: (direction === 'ingress' ? ours : theirs) ?? [],
    protocol: name,
    ports: portRanges(name, ports),
    ...(priority === undefined ? {} : { priority }),
  };
}

/** `ingress` for the words that platforms have for it. */
export function directionOf(text: string | undefined): FirewallRule['direction'] {
  return /^(egress|out|outbound)$/i.test(text ?? '') ? 'egress' : 'ingress';
}
