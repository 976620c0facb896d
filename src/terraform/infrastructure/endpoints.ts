import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint, PortRange } from '../../model/infrastructure.ts';
import type { Inventory } from './inventory.ts';
import { nameOf, ownRoleOf, roleOf, roleOfName } from './roles.ts';

/** Both IPv4 and IPv6, where a platform has one word for them. */
export const everybody: readonly Endpoint[] = [
  { kind: 'cidr', cidr: '0.0.0.0/0' },
  { kind: 'cidr', cidr: '::/0' },
];

export function roles(names: readonly string[]): Endpoint[] {
  return names.map((role) => ({ kind: 'role', role }));
}

export function other(what: string): Endpoint {
  return { kind: 'other', what };
}

/** Range of addresses; the address of a single machine is its role. */
export function cidrs(inventory: Inventory, ranges: readonly string[]): Endpoint[] {
  return ranges.flatMap((cidr): Endpoint[] => {
    const single = /^([^/]+)(?:\/(?:32|128))?$/.exec(cidr)?.[1];
    const named = single === undefined ? [] : inventory.rolesWith([single]);
    return named.length > 0 ? roles(named) : [{ kind: 'cidr', cidr }];
  });
}

/**
 * Roles of a resource that machines are put into (security group, pool, firewall): by its own names,
 * else those of the machines that name it by one of `texts`, else by the modules around it, else what it is called.
 */
export function ends(
  inventory: Inventory,
  resource: RenderedResource,
  texts: readonly (string | undefined)[],
): Endpoint[] {
  const named = ownRoleOf(resource);
  if (named !== undefined) return roles([named]);
  const found = inventory.rolesWith(texts);
  if (found.length > 0) return roles(found);
  const around = roleOf(resource);
  return around === undefined ? [other(nameOf(resource))] : roles([around]);
}

/** Roles of a tag or label: by its words, else those of the machines that have it. */
export function tagEnds(inventory: Inventory, tags: readonly string[]): Endpoint[] {
  return tags.flatMap((tag) => {
    const named = roleOfName(tag);
    const found = named === undefined ? inventory.rolesWith([tag]) : [named];
    return found.length > 0 ? roles(found) : [other(`tag ${tag}`)];
  });
}

/** Without repetitions, in the order they come. */
export function distinct(endpoints: readonly Endpoint[]): Endpoint[] {
  return [...new Map(endpoints.map((each) => [JSON.stringify(each), each])).values()];
}

const numbers: Readonly<Record<string, string>> = {
  '-1': 'any',
  '1': 'icmp',
  '4': 'ipip',
  '6': 'tcp',
  '17': 'udp',
  '47': 'gre',
  '50': 'esp',
  '51': 'ah',
  '58': 'icmpv6',
  '94': 'ipip',
  '112': 'vrrp',
  '132': 'sctp',
};

/**
 * Names of protocols as all platforms understand them. Numbers are IANA's; 4 and 94 are both called `ipip`, because
 * platforms differ in which of them they mean:
 * https://www.iana.org/assignments/protocol-numbers.
 */
export function protocolName(text: string | undefined): string {
  const name = (text ?? 'any').toLowerCase();
  if (['', '*', 'all', 'any'].includes(name)) return 'any';
  if (name === 'ipv6-icmp') return 'icmpv6';
  return Object.hasOwn(numbers, name) ? (numbers[name] ?? name) : name;
}

/** Ports only where the protocol has some; all ports are none. */
export function portRanges(protocol: string, ranges: readonly (PortRange | undefined)[]): PortRange[] {
  const hasPorts = ['tcp', 'udp', 'sctp', 'any', 'http', 'https', 'tls', 'ssl'].includes(protocol);
  const given = ranges.filter((range) => range !== undefined);
  return hasPorts && !given.some(({ from, to }) => from <= 1 && to >= 65535) ? given : [];
}

/** `22`, `2379-2380`; undefined for `*`, `any` and what is no range. */
export function portRange(text: string | undefined): PortRange | undefined {
  const match = /^(\d{1,5})(?:\s*[-:]\s*(\d{1,5}))?$/.exec(text?.trim() ?? '');
  return match === null ? undefined : { from: Number(match[1]), to: Number(match[2] ?? match[1]) };
}
