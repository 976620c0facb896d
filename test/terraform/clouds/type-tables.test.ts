import { describe, expect, test } from 'vitest';
import { aws } from '../../../src/terraform/providers/clouds/aws.ts';
import { azure } from '../../../src/terraform/providers/clouds/azure.ts';
import { digitalocean } from '../../../src/terraform/providers/clouds/digitalocean.ts';
import { dns } from '../../../src/terraform/providers/clouds/dns.ts';
import { equinixMetal } from '../../../src/terraform/providers/clouds/equinix-metal.ts';
import { google } from '../../../src/terraform/providers/clouds/google.ts';
import { hetzner } from '../../../src/terraform/providers/clouds/hetzner.ts';
import { libvirt } from '../../../src/terraform/providers/clouds/libvirt.ts';
import { openstack } from '../../../src/terraform/providers/clouds/openstack.ts';
import { proxmox } from '../../../src/terraform/providers/clouds/proxmox.ts';
import { smallClouds } from '../../../src/terraform/providers/clouds/small-clouds.ts';
import { vsphere } from '../../../src/terraform/providers/clouds/vsphere.ts';
import { ask } from './ask.ts';

const tables = {
  aws,
  azure,
  digitalocean,
  dns,
  equinixMetal,
  google,
  hetzner,
  libvirt,
  openstack,
  proxmox,
  smallClouds,
  vsphere,
};

/** Every text within a value, with its path. */
function textsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, `${path}.${name}`));
}

/** What every type of a table gives where all of it is read. */
function answersOf(table: Readonly<Record<string, string>>) {
  return Object.keys(table)
    .filter((key) => key !== '*')
    .map((key) => {
      const mode = key.startsWith('data.') ? 'data' : 'managed';
      return { key, values: ask(key.replace(/^data\./, ''), { mode, reads: ['*'] }).values };
    });
}

describe.each(Object.entries(tables))('%s', (_, table) => {
  const answers = answersOf(table);
  const texts = answers.flatMap(({ key, values }) => textsIn(values, key));

  test('every type has an id without spaces', () => {
    const without = answers.filter(({ values }) => !/^\S+$/.test(String(values['id'] ?? '')));
    expect(without.map(({ key }) => key)).toEqual([]);
  });

  test('every form is filled in', () => {
    const isJson = (path: string): boolean => path.endsWith('json');
    const wrong = texts.filter(([path, text]) => /[{}*[\]]|undefined|NaN/.test(text) && !isJson(path));
    expect(wrong).toEqual([]);
  });

  test('no form is a word that is understood elsewhere only', () => {
    const word =
      /^(null|true|false|ipv[46]|cidr|public-ipv4|ipv6-cidr|uuid|timestamp|mac|name|hostname|fqdn|base64)$/;
    expect(texts.filter(([, text]) => word.test(text))).toEqual([]);
  });
});
