import type { RenderedResource } from '../../../src/core/terraform-protocol.ts';
import type { Endpoint, PortRange } from '../../../src/model/infrastructure.ts';
import { extractInfrastructure } from '../../../src/terraform/infrastructure/extract-infrastructure.ts';
import { resource } from '../extract/rendered-resource.ts';

/** A resource with these values, as the core gives it. */
export function rendered(address: string, values: Record<string, unknown>): RenderedResource {
  return resource(address, { values });
}

export function infrastructureOf(...resources: readonly RenderedResource[]) {
  return extractInfrastructure(resources, {
    originOf: ({ file, ...place }) => ({ file: file.replace('/workspace/', ''), ...place }),
  });
}

/** Rules as `ingress allow tcp 22 from 0.0.0.0/0 to controller`. */
export function rulesOf(...resources: readonly RenderedResource[]): string[] {
  return infrastructureOf(...resources).firewallRules.map(
    ({ direction, action, protocol, ports, from, to, priority }) =>
      [direction, action, protocol, ...ports.map(port), `from ${ends(from)} to ${ends(to)}`]
        .concat(priority === undefined ? [] : `priority ${priority}`)
        .join(' '),
  );
}

/** Load balancers as `address: tcp 443 -> 8443 to worker`. */
export function balancersOf(...resources: readonly RenderedResource[]): string[] {
  return infrastructureOf(...resources).loadBalancers.map(({ address, listeners, targets }) => {
    const ports = listeners.map((each) => `${each.protocol} ${each.port} -> ${each.targetPort}`);
    return `${address}: ${ports.join(', ')} to ${ends(targets)}`;
  });
}

/** Instances as `address: role size image`. */
export function instancesOf(...resources: readonly RenderedResource[]): string[] {
  return infrastructureOf(...resources).instances.map(
    ({ address, role = '-', size = '-', osImage = '-' }) => `${address}: ${role} ${size} ${osImage}`,
  );
}

function port({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

function ends(endpoints: readonly Endpoint[]): string {
  return endpoints
    .map((end) => (end.kind === 'role' ? end.role : end.kind === 'cidr' ? end.cidr : `(${end.what})`))
    .join(', ');
}
