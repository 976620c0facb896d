import { describe, expect, test } from 'vitest';
import { machineLinks } from '../../../src/terraform/infrastructure/machine-links.ts';
import { matchboxMachines } from '../../../src/terraform/providers/matchbox.ts';
import { ask } from '../clouds/ask.ts';
import { infrastructureOf, rendered } from './described.ts';

const mac = '52-54-00-AB-CD-01';

const machines = [
  rendered('matchbox_profile.install', {
    name: 'install-node1',
    kernel: 'http://m/kernel',
    initrd: ['http://m/initrd'],
    args: ['console=ttyS0'],
    container_linux_config: 'text',
  }),
  rendered('matchbox_profile.controllers[0]', {
    name: 'demo-controller-node1',
    raw_ignition: '{}',
    container_linux_config: '',
  }),
  rendered('matchbox_group.install', { name: 'install-node1', profile: 'install-node1', selector: { mac } }),
  rendered('matchbox_group.controller[0]', {
    name: 'demo-node1',
    profile: 'demo-controller-node1',
    selector: { mac: mac.toLowerCase(), os: 'installed' },
  }),
];

describe('Matchbox', () => {
  test('ids are names, and what is not set is null', () => {
    const { values } = ask('matchbox_profile', {
      config: { name: 'demo', kernel: 'k' },
      reads: ['name', 'kernel', 'args', 'id'],
    });
    expect(values).toEqual({ id: 'demo', args: null });
  });

  test('a machine boots an installer first, and then what is installed', () => {
    expect(matchboxMachines(machines)).toMatchObject([
      {
        name: 'install-node1',
        mac: '52:54:00:ab:cd:01',
        isInstaller: true,
        config: 'container_linux_config',
        kernel: 'http://m/kernel',
        initrd: ['http://m/initrd'],
        args: ['console=ttyS0'],
      },
      {
        name: 'demo-node1',
        mac: '52:54:00:ab:cd:01',
        isInstaller: false,
        config: 'raw_ignition',
        kernel: undefined,
        initrd: [],
      },
    ]);
  });

  test('the machine is what is installed, and both configs are linked', () => {
    expect(infrastructureOf(...machines).instances).toMatchObject([
      { address: 'matchbox_group.controller[0]', role: 'controller' },
    ]);
    expect(
      machineLinks(machines).map((link) => [link.address, link.role, link.resource.address, link.path]),
    ).toEqual([
      ['matchbox_group.install', undefined, 'matchbox_profile.install', ['container_linux_config']],
      ['matchbox_group.controller[0]', 'controller', 'matchbox_profile.controllers[0]', ['raw_ignition']],
    ]);
  });

  test('what is installed has the image of its installer', () => {
    const { instances, osImages } = infrastructureOf(...machines);
    expect(instances[0]?.osImage).toBe('http://m/kernel');
    expect(osImages.map(({ address, what }) => `${address}: ${what}`)).toEqual([
      'matchbox_profile.install: http://m/kernel',
      'matchbox_profile.install: http://m/initrd',
    ]);
  });

  test('groups for every machine tell the installer by the rest of their selectors', () => {
    const groups = [
      rendered('matchbox_group.default', { name: 'default', profile: 'install', selector: {} }),
      rendered('matchbox_group.arm', { name: 'arm', profile: 'install', selector: { arch: 'arm64' } }),
      rendered('matchbox_group.stage', { name: 'stage', profile: 'node', selector: { os: 'installed' } }),
    ];
    expect(matchboxMachines(groups).map(({ isInstaller }) => isInstaller)).toEqual([true, false, false]);
  });

  test('the profile beside the group comes before one of the same name elsewhere', () => {
    const at = (module: string) => [
      rendered(`module.${module}.matchbox_profile.p`, { name: 'p', raw_ignition: module }),
      rendered(`module.${module}.matchbox_group.g`, { name: 'g', profile: 'p', selector: null }),
    ];
    const found = matchboxMachines([...at('a'), ...at('b')]).map(({ profile }) => profile?.module);
    expect(found).toEqual(['module.a', 'module.b']);
  });

  test('a group without a profile is a machine of which nothing is known', () => {
    const group = rendered('matchbox_group.g', { name: 'g', profile: 'gone', selector: {} });
    expect(matchboxMachines([group])).toMatchObject([
      { profile: undefined, mac: undefined, config: undefined, isInstaller: false },
    ]);
  });
});
