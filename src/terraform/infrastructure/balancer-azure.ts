import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint } from '../../model/infrastructure.ts';
import { numberAt, textAt, textsAt } from '../rendered-values.ts';
import { type BalancerReader, loadBalancers, type Route } from './balancer.ts';
import { ends } from './endpoints.ts';
import type { Inventory } from './inventory.ts';

/** Load balancers of Azure by their rules; their targets by the backend pools. */
export const azureBalancers: BalancerReader = (inventory, context) =>
  loadBalancers(
    inventory.ofType('azurerm_lb_rule').map((rule): Route => {
      const { values } = rule;
      const pools = [
        ...textsAt(values, 'backend_address_pool_ids'),
        ...textsAt(values, 'backend_address_pool_id'),
      ];
      return {
        resource: inventory.references.find(textAt(values, 'loadbalancer_id'), 'azurerm_lb') ?? rule,
        protocol: textAt(values, 'protocol'),
        port: numberAt(values, 'frontend_port'),
        targetPort: numberAt(values, 'backend_port'),
        targets: pools.flatMap((id) => poolEnds(id, inventory)),
      };
    }),
    context,
  );

function poolEnds(id: string, inventory: Inventory): Endpoint[] {
  const pool = inventory.references.find(id, 'azurerm_lb_backend_address_pool');
  return pool === undefined ? [] : ends(inventory, pool, [id, ...interfacesOf(id, inventory)]);
}

/** Network interfaces in the pool; machines name them. */
function interfacesOf(pool: string, inventory: Inventory): (string | undefined)[] {
  const isOfPool = ({ values }: RenderedResource): boolean =>
    textAt(values, 'backend_address_pool_id') === pool;
  return inventory
    .ofType('azurerm_network_interface_backend_address_pool_association')
    .filter(isOfPool)
    .map(({ values }) => textAt(values, 'network_interface_id'));
}
