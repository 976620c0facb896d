import { originOfPath } from '../../src/machine/place.ts';
import { readIgnition } from '../../src/machine/read-ignition.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'user-data/newer-than-provider',
  title: 'Config newer than the provider that translates it',
  severity: 'error',
  stage: 'user-data',
  why: 'Each release of terraform-provider-ct knows the variants and versions of its day. A newer config is refused, and nothing is applied.',
  fix: 'Allow a newer release of the provider in required_providers, or use an older version of the variant.',
  since: '0.1.0',
  links: ['https://github.com/poseidon/terraform-provider-ct/blob/main/CHANGES.md'],
  on: 'machine',
  *run({ machine, documents }) {
    const newest = machine.newestIgnition;
    if (newest === undefined) return;
    for (const document of documents) {
      if (document.config.dialect !== 'butane' || document.ignition === undefined) continue;
      const needed = readIgnition(document.ignition).version;
      if (needed === undefined || !isNewer(needed, newest)) continue;
      yield {
        message: `this config needs Ignition ${needed}, and no release of terraform-provider-ct that the module allows gives more than ${newest}`,
        origin: originOfPath(document, ['version']),
      };
    }
  },
  failing: module('0.8.0'),
  passing: module('~> 0.13'),
});

function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((each) => each.split('.').map(Number));
  const at = a?.findIndex((part, index) => part !== b?.[index]) ?? -1;
  return at >= 0 && (a?.[at] ?? 0) > (b?.[at] ?? 0);
}

function module(version: string): Readonly<Record<string, string>> {
  return {
    'main.tf': `terraform {
  required_providers {
    ct = {
      source  = "poseidon/ct"
      version = "${version}"
    }
  }
}

data "ct_config" "worker" {
  strict  = true
  content = file("\${path.module}/worker.yaml")
}
`,
    'worker.yaml': 'variant: fcos\nversion: 1.5.0\n',
  };
}
