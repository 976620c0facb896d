import { originOfValue } from '../../src/machine/place.ts';
import { defineCheck } from '../../src/model/check.ts';
import type { OperatingSystem } from '../../src/model/rendered-cluster.ts';

/** The variant of Butane that each operating system is configured with. */
const variants: Readonly<Record<OperatingSystem, string>> = { 'fedora-coreos': 'fcos', flatcar: 'flatcar' };

export const check = defineCheck({
  id: 'user-data/wrong-variant',
  title: 'Variant of another operating system',
  severity: 'error',
  stage: 'user-data',
  why: 'The variant decides what is allowed and what Butane adds, a bootloader’s file or a root partition’s label for instance. The Ignition of one operating system may boot on the other and do half of what it says.',
  fix: 'Use the variant of the operating system that the machine runs: `fcos` for Fedora CoreOS, `flatcar` for Flatcar.',
  since: '0.1.0',
  links: ['https://coreos.github.io/butane/specs/'],
  on: 'machine',
  *run({ entry, documents: [config] }) {
    if (!config || !entry.os || config.config.dialect !== 'butane') return;
    const wanted = variants[entry.os];
    if (config.variant === wanted) return;
    yield {
      message: `variant ${config.variant} is not for ${entry.os}, which takes ${wanted}`,
      origin: originOfValue(config, ['variant']),
    };
  },
  failing: { 'windtunnel.yaml': 'os: fedora-coreos\n', 'worker.yaml': 'variant: flatcar\nversion: 1.1.0\n' },
  passing: { 'windtunnel.yaml': 'os: flatcar\n', 'worker.yaml': 'variant: flatcar\nversion: 1.1.0\n' },
});
