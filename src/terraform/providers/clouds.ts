import { aws } from './clouds/aws.ts';
import { azure } from './clouds/azure.ts';
import { digitalocean } from './clouds/digitalocean.ts';
import { dns } from './clouds/dns.ts';
import { equinixMetal } from './clouds/equinix-metal.ts';
import { formByName } from './clouds/form-by-name.ts';
import { google } from './clouds/google.ts';
import { hetzner } from './clouds/hetzner.ts';
import { libvirt } from './clouds/libvirt.ts';
import { openstack } from './clouds/openstack.ts';
import { proxmox } from './clouds/proxmox.ts';
import { smallClouds } from './clouds/small-clouds.ts';
import { parseForms, type TypeForms, type TypeTable } from './clouds/type-table.ts';
import { vsphere } from './clouds/vsphere.ts';

/** Tables by what types start with; the first that fits is asked for what holds for all types. */
const tables: readonly (readonly [RegExp, TypeTable])[] = [
  [/^aws_/, aws],
  [/^azurerm_|^azuread_/, azure],
  [/^google_/, google],
  [/^digitalocean_/, digitalocean],
  [/^hcloud_/, hetzner],
  [/^openstack_/, openstack],
  [/^libvirt_/, libvirt],
  [/^proxmox_/, proxmox],
  [/^vsphere_/, vsphere],
  [/^(packet|metal|equinix|tinkerbell)_/, equinixMetal],
  [/^(cloudflare|dns|powerdns|rfc2136)_/, dns],
  [/./, smallClouds],
];

const parsed = new Map<string, TypeForms>();

/** What the provider of a type computes, as far as the tables know. */
export function formsOf(mode: 'managed' | 'data', type: string): TypeForms {
  const key = mode === 'data' ? `data.${type}` : type;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const table = tableOf(type);
  const byName = (name: string): string => formByName(name, mode === 'data' ? 3 : 1);
  const lines = [line(table, '*'), line(table, key) ?? line(table, type)].filter(
    (each) => each !== undefined,
  );
  const forms = new Map(lines.flatMap((each) => parseForms(each, byName)));
  // Types come from the input, and there may be any number of them.
  if (isKnownType(mode, type)) parsed.set(key, forms);
  return forms;
}

/** Whether a table has a line for the type. */
export function isKnownType(mode: 'managed' | 'data', type: string): boolean {
  const table = tableOf(type);
  return (mode === 'data' && line(table, `data.${type}`) !== undefined) || line(table, type) !== undefined;
}

function tableOf(type: string): TypeTable {
  return tables.find(([pattern]) => pattern.test(type))?.[1] ?? smallClouds;
}

function line(table: TypeTable, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
