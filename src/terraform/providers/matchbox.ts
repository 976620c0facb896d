import type { RenderedResource, ResourceRequest } from '../../core/terraform-protocol.ts';
import { isValues, textAt, textsAt, type Values, valueAt } from '../rendered-values.ts';
import type { Provider } from './provider.ts';

/** Attributes of a profile that hold a config, in the order in which Matchbox looks for one. */
const configAttributes = ['raw_ignition', 'container_linux_config', 'generic_config'] as const;

/** Profiles and groups of poseidon/matchbox; a name is an id there. */
export const matchbox: Provider = {
  prefixes: ['matchbox'],
  emulate: ({ config, reads }: ResourceRequest) => ({
    values: {
      id: textAt(config, 'name') ?? 'placeholder',
      ...Object.fromEntries(reads.filter(isUnset(config)).map((name) => [name, null])),
    },
  }),
};

/** A machine that network-boots through a Matchbox group: which machine gets which config. */
export interface MatchboxMachine {
  readonly group: RenderedResource;
  /** Undefined where no profile in the configuration has the name. */
  readonly profile: RenderedResource | undefined;
  readonly name: string;
  /** Lower case, with colons; undefined for a group that selects by something else. */
  readonly mac: string | undefined;
  /** It boots an installer: another group selects the same machines with `os = "installed"` besides. */
  readonly isInstaller: boolean;
  /** The attribute of the profile that holds the config. */
  readonly config: (typeof configAttributes)[number] | undefined;
  readonly kernel: string | undefined;
  readonly initrd: readonly string[];
  readonly args: readonly string[];
}

/**
 * Joins groups with their profiles, in the order of the groups' addresses. What a group selects by, and what its
 * profile gives: https://matchbox.psdn.io/matchbox/.
 */
export function matchboxMachines(resources: readonly RenderedResource[]): MatchboxMachine[] {
  const profiles = profilesByName(resources);
  const groups = resources.filter(({ type }) => type === 'matchbox_group');
  const installed = new Set(groups.filter(isInstalled).map(machineKey));
  return groups.map((group) => {
    const profile = profileOf(group, profiles);
    const mac = macOf(group);
    return {
      group,
      profile,
      name: textAt(group.values, 'name') ?? group.name,
      mac,
      isInstaller: !isInstalled(group) && installed.has(machineKey(group)),
      config: configAttributes.find((name) => (textAt(profile?.values, name) ?? '') !== ''),
      kernel: textAt(profile?.values, 'kernel'),
      initrd: textsAt(profile?.values, 'initrd'),
      args: textsAt(profile?.values, 'args'),
    };
  });
}

function isUnset(config: ResourceRequest['config']): (name: string) => boolean {
  return (name) => name !== 'id' && name !== '*' && !name.includes('.') && !Object.hasOwn(config, name);
}

function profilesByName(resources: readonly RenderedResource[]): ReadonlyMap<string, RenderedResource[]> {
  const profiles = new Map<string, RenderedResource[]>();
  for (const resource of resources) {
    const name = resource.type === 'matchbox_profile' ? textAt(resource.values, 'name') : undefined;
    if (name !== undefined) profiles.set(name, [...(profiles.get(name) ?? []), resource]);
  }
  return profiles;
}

/** Modules may use one name each: the profile beside the group comes first. */
function profileOf(
  group: RenderedResource,
  profiles: ReadonlyMap<string, readonly RenderedResource[]>,
): RenderedResource | undefined {
  const fitting = profiles.get(textAt(group.values, 'profile') ?? '') ?? [];
  return fitting.find(({ module }) => module === group.module) ?? fitting[0];
}

function selectorOf({ values }: RenderedResource): Values | undefined {
  const selector = valueAt(values, 'selector');
  return isValues(selector) ? selector : undefined;
}

/** What a group selects by besides the operating system. */
function machineKey(group: RenderedResource): string {
  const selector = selectorOf(group);
  const others = Object.keys(selector ?? {}).filter((name) => name !== 'os' && name !== 'mac');
  return JSON.stringify([
    macOf(group) ?? '',
    ...others.sort().map((name) => [name, textAt(selector, name) ?? '']),
  ]);
}

function macOf(group: RenderedResource): string | undefined {
  return textAt(selectorOf(group), 'mac')?.toLowerCase().replaceAll('-', ':');
}

function isInstalled(group: RenderedResource): boolean {
  return textAt(selectorOf(group), 'os') === 'installed';
}
