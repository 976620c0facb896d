import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint, LoadBalancer } from '../../model/infrastructure.ts';
import { distinct, other } from './endpoints.ts';
import type { ExtractionContext, Inventory } from './inventory.ts';

/** Reads the load balancers of one platform. */
export type BalancerReader = (inventory: Inventory, context: ExtractionContext) => LoadBalancer[];

/** One port of a load balancer, and what is behind it. */
export interface Route {
  /** The load balancer; the listener itself where that cannot be told. */
  readonly resource: RenderedResource;
  readonly protocol: string | undefined;
  readonly port: number | undefined;
  readonly targetPort: number | undefined;
  readonly targets: readonly Endpoint[];
}

/**
 * Routes as load balancers, in the order they come: those of one resource with the same targets are one, so that
 * what is for controllers and what is for workers is kept apart.
 */
export function loadBalancers(routes: readonly Route[], { originOf }: ExtractionContext): LoadBalancer[] {
  const found = new Map<
    string,
    { resource: RenderedResource; targets: Endpoint[]; ports: Map<string, Listener> }
  >();
  for (const { resource, protocol, port, targetPort, targets } of routes) {
    if (port === undefined) continue;
    const ends = targets.length > 0 ? distinct(targets) : [other('unknown')];
    const key = `${resource.address} ${JSON.stringify(ends)}`;
    const balancer = found.get(key) ?? { resource, targets: ends, ports: new Map<string, Listener>() };
    const listener = { protocol: protocol?.toLowerCase() ?? 'tcp', port, targetPort: targetPort ?? port };
    balancer.ports.set(JSON.stringify(listener), listener);
    found.set(key, balancer);
  }
  return [...found.values()].map(({ resource, targets, ports }) => ({
    address: resource.address,
    origin: originOf(resource.range),
    listeners: [...ports.values()],
    targets,
  }));
}

type Listener = LoadBalancer['listeners'][number];
