import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { languageOf, shellDialect } from '../../src/machine/language.ts';
import { escapePath } from '../../src/machine/systemd/unit-name.ts';
import { unitAtPath } from '../../src/machine/systemd/unit-path.ts';

describe('which file is a unit', () => {
  test.each<[string, string]>([
    ['/etc/systemd/system/web.service', 'systemd web.service'],
    ['/etc/systemd/user/web.socket', 'systemd web.socket'],
    ['/usr/local/lib/systemd/system/web@.timer', 'systemd web@.timer'],
    ['/home/core/.config/systemd/user/web.service', 'systemd web.service'],
    ['/etc/systemd/system/docker.service.d/10-proxy.conf', 'systemd docker.service 10-proxy.conf'],
    ['/etc/systemd/system/docker.service.d/10-proxy.txt', 'systemd docker.service 10-proxy.txt'],
    ['/etc/systemd/system/service.d/all.conf', 'systemd service all.conf'],
    ['/etc/containers/systemd/web.container', 'quadlet web.container'],
    ['/etc/containers/systemd/shop/db.volume', 'quadlet db.volume'],
    ['/etc/containers/systemd/users/1000/web.network', 'quadlet web.network'],
    ['/etc/containers/systemd/web.container.d/10.conf', 'quadlet web.container 10.conf'],
    ['/home/core/.config/containers/systemd/web.kube', 'quadlet web.kube'],
    ['/etc/systemd/network/10-eth.network', 'networkd 10-eth.network'],
    ['/etc/systemd/network/50-flannel.link', 'networkd 50-flannel.link'],
    ['/etc/systemd/network/10-eth.network.d/dns.conf', 'networkd 10-eth.network dns.conf'],
    ['/etc/systemd/journald.conf', 'none'],
    ['/etc/systemd/journald.conf.d/10-size.conf', 'none'],
    ['/etc/systemd/system/multi-user.target.wants/web.service', 'none'],
    ['/etc/systemd/system/service', 'none'],
    ['/etc/systemd/system/notes.txt', 'none'],
    ['/etc/systemd/system.conf', 'none'],
    ['/etc/containers/registries.conf', 'none'],
    ['/opt/etc/systemd/system/web.service', 'none'],
  ])('%s: %s', (path, expected) => {
    const at = unitAtPath(path);
    const found = at
      ? [at.readBy, at.name, at.dropin].filter((part) => part !== undefined).join(' ')
      : 'none';
    expect(found).toBe(expected);
  });
});

describe('language of a file', () => {
  test.each<[string, string, string]>([
    ['/etc/docker/daemon.json', '{}', 'json'],
    ['/etc/cni/net.d/10-web.conflist', '{}', 'json'],
    ['/etc/cni/net.d/10-web.conf', '{}', 'json'],
    ['/etc/containerd/config.toml', '', 'toml'],
    ['/etc/zincati/config.d/55-updates.toml', '', 'toml'],
    ['/etc/containers/registries.conf', '', 'toml'],
    ['/etc/containers/registries.conf.d/10-mirror.conf', '', 'toml'],
    ['/etc/crio/crio.conf.d/10-cgroups.conf', '', 'toml'],
    ['/etc/kubernetes/manifests/web.yaml', '', 'yaml'],
    ['/etc/kubernetes/kubeconfig', '', 'yaml'],
    ['/etc/kubernetes/bootstrap-kubeconfig', '', 'yaml'],
    ['/etc/kubernetes/admin.conf', '', 'yaml'],
    ['/var/lib/kubelet/config.yml', '', 'yaml'],
    ['/etc/profile.d/path.sh', 'export A=b', 'shell'],
    ['/opt/bin/setup', '#!/bin/bash -e\n', 'shell'],
    ['/opt/bin/setup', '#!/usr/bin/env bash\r\n', 'shell'],
    ['/opt/bin/setup', '#! /bin/sh\n', 'shell'],
    ['/opt/bin/setup.sh', '#!/usr/bin/python3\n', 'text'],
    ['/opt/bin/setup.sh', '#!/usr/bin/zsh\n', 'text'],
    ['/etc/NetworkManager/system-connections/eth0.nmconnection', '[connection]\n', 'text'],
    ['/etc/hosts', '127.0.0.1 localhost', 'text'],
    ['/etc/nginx.conf', '{', 'text'],
    ['/etc/systemd/system/web.service', '[Service]\n', 'unit'],
  ])('%s %j: %s', (path, text, expected) => {
    expect(languageOf(path, text)).toBe(expected);
  });

  test.each<[string, string | undefined]>([
    ['echo', 'bash'],
    ['#!/bin/bash', 'bash'],
    ['#!/bin/sh -eu', 'posix'],
    ['#!/usr/bin/env -S A=b bash -e', 'bash'],
    ['#!/usr/bin/dash', 'posix'],
    ['#!/usr/bin/env python3', undefined],
    ['#!', undefined],
  ])('shell of %j: %s', (text, expected) => {
    expect(shellDialect(text)).toBe(expected);
  });
});

describe('the name of a path', () => {
  const paths: readonly (readonly [string, string])[] = [
    ['/', '-'],
    ['/var/lib/docker', 'var-lib-docker'],
    ['//var//lib/', 'var-lib'],
    ['/srv/my-data', 'srv-my\\x2ddata'],
    ['/.hidden/.dir', '\\x2ehidden-.dir'],
    ['/a b/c@d', 'a\\x20b-c\\x40d'],
    ['/é/ü:_.', '\\xc3\\xa9-\\xc3\\xbc:_.'],
  ];

  test.each(paths)('%s: %s', (path, name) => {
    expect(escapePath(path)).toBe(name);
  });

  const present = spawnSync('systemd-escape', ['--version']).status === 0;
  test.runIf(present)(`is what systemd-escape prints (${present ? 'present' : 'absent here'})`, () => {
    const { stdout } = spawnSync('systemd-escape', ['--path', ...paths.map(([path]) => path)], {
      encoding: 'utf8',
    });
    expect(stdout.trim().split(' ')).toEqual(paths.map(([, name]) => name));
  });
});
