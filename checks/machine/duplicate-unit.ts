import { itemsNamed, originOfMachine } from '../../src/machine/find-item.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'machine/duplicate-unit',
  title: 'Unit that the merged config has twice',
  severity: 'error',
  stage: 'merge',
  why: 'Snippets of Container Linux Configs are appended, not merged: with two units of one name Ignition writes both in turn, and the last one wins as a whole.',
  fix: 'Keep the unit in one place; let a snippet add a drop-in to it.',
  since: '0.1.0',
  links: ['https://coreos.github.io/ignition/configuration-v2_3/'],
  on: 'machine',
  *run({ documents, ignition }) {
    const contents = ignition.units.filter((unit) => unit.contents);
    const twice = new Set(
      contents.map((unit) => unit.name).filter((name, index, all) => all.indexOf(name) !== index),
    );
    for (const name of twice) {
      const [first, ...others] = itemsNamed(documents, ['systemd', 'units'], 'name', name);
      const last = others.at(-1);
      yield {
        message: `unit ${name} is defined more than once`,
        origin: last?.origin ?? first?.origin ?? originOfMachine(documents),
        ...(first && last ? { related: [{ origin: first.origin, message: 'first defined here' }] } : {}),
      };
    }
  },
  failing: {
    'windtunnel.yaml': 'machines:\n  - name: worker\n    config: worker.yaml\n    snippets: [etcd.yaml]\n',
    'worker.yaml': unit('Wants=network.target'),
    'etcd.yaml': unit('Wants=network-online.target'),
  },
  passing: {
    'windtunnel.yaml': 'machines:\n  - name: worker\n    config: worker.yaml\n    snippets: [etcd.yaml]\n',
    'worker.yaml': unit('Wants=network.target'),
    'etcd.yaml': 'systemd:\n  units:\n    - name: docker.service\n      enabled: true\n',
  },
});

function unit(line: string): string {
  return `systemd:
  units:
    - name: etcd-backup.service
      contents: |
        [Unit]
        ${line}
        [Service]
        ExecStart=/usr/bin/true
`;
}
