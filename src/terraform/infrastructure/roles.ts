import type { RenderedResource } from '../../core/terraform-protocol.ts';
import { textAt, valueAt } from '../rendered-values.ts';

/** Roles by the words that people name machines and their groups with; the first that fits counts. */
const words: readonly (readonly [string, RegExp])[] = [
  ['controller', /-(controllers?|masters?|control-?planes?)\d*-/],
  ['worker', /-(workers?|agents?|minions?)\d*-/],
  ['bootstrap', /-bootstrap\d*-/],
  ['etcd', /-etcds?\d*-/],
  ['worker', /-nodes?\d*-/],
];

/** `controller`, `worker`, `bootstrap` or `etcd`, where a name has a word for it. */
export function roleOfName(name: string): string | undefined {
  const plain = `-${name
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}-`;
  return words.find(([, pattern]) => pattern.test(plain))?.[0];
}

/**
 * The role by convention: of the resource's name in the configuration, then its key, the name it has on the
 * platform, and the modules around it from the inside out.
 */
export function roleOf(resource: RenderedResource): string | undefined {
  return ownRoleOf(resource) ?? firstRole(moduleNames(resource).reverse());
}

/** The role that its own names say, not those of the modules around it. */
export function ownRoleOf(resource: RenderedResource): string | undefined {
  const key = typeof resource.key === 'string' ? [resource.key] : [];
  return firstRole([resource.name, ...key, ...platformNames(resource)]);
}

function firstRole(names: readonly string[]): string | undefined {
  return names.map(roleOfName).find((role) => role !== undefined);
}

/** What a person would call it: the name on the platform, else its address. */
export function nameOf(resource: RenderedResource): string {
  return platformNames(resource)[0] ?? resource.address;
}

/** The worker pool by convention: key or name of the innermost module, where that says more than the role. */
export function poolOf(resource: RenderedResource): string | undefined {
  const inner = moduleNames(resource).at(-1);
  if (inner === undefined) return undefined;
  return /^(workers?|nodes?|controllers?|masters?|control[-_]?planes?)$/i.test(inner) ? undefined : inner;
}

function platformNames({ values }: RenderedResource): string[] {
  const tags = valueAt(values, 'tags');
  return ['name', 'label', 'hostname', 'computer_name_prefix', 'base_instance_name', 'name_prefix']
    .map((name) => textAt(values, name))
    .concat(textAt(tags, 'Name'))
    .filter((name) => name !== undefined)
    .filter((name) => name !== '');
}

/** Names of the modules from the root on, each with its key instead where it has a text for one. */
function moduleNames({ module }: RenderedResource): string[] {
  return [...module.matchAll(/module\.([\w-]+)(?:\["((?:[^"\\]|\\.)*)"\]|\[\d+\])?/g)].map(
    ([, name = '', key]) => key ?? name,
  );
}
