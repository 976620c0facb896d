import { originOfMachine } from '../../src/machine/find-item.ts';
import {
  fedoraCoreosBuildDate,
  flatcarBranchDate,
  flatcarMajor,
  specificationReleases,
} from '../../src/machine/ignition-releases.ts';
import { defineCheck } from '../../src/model/check.ts';
import type { MatrixEntry } from '../../src/model/rendered-cluster.ts';

export const check = defineCheck({
  id: 'user-data/ignition-too-new',
  title: 'Ignition specification newer than the operating system',
  severity: 'error',
  stage: 'user-data',
  why: 'Ignition refuses a config whose specification it does not know, and the machine never finishes its first boot.',
  fix: 'Use an older version of the variant, or a newer release of the operating system.',
  since: '0.1.0',
  links: ['https://coreos.github.io/ignition/release-notes/'],
  on: 'machine',
  *run({ entry, documents, ignition }) {
    const built = buildDate(entry);
    const row = specificationReleases.find((each) => each.specification === ignition.version);
    if (built === undefined || row === undefined || built >= row.date) return;
    yield {
      message: `Ignition ${row.specification} needs Ignition ${row.ignition} of ${row.date}, and ${entry.os} ${entry.osVersion} was built from a state of ${built}`,
      origin: originOfMachine(documents),
    };
  },
  failing: {
    'windtunnel.yaml': 'os: fedora-coreos\nos-version: 36.20220505.3.2\n',
    'worker.yaml': 'variant: fcos\nversion: 1.5.0\n',
  },
  passing: {
    'windtunnel.yaml': 'os: fedora-coreos\nos-version: 39.20240104.3.0\n',
    'worker.yaml': 'variant: fcos\nversion: 1.5.0\n',
  },
});

function buildDate({ os, osVersion = '' }: MatrixEntry): string | undefined {
  if (os === 'fedora-coreos') return fedoraCoreosBuildDate(osVersion);
  // A Flatcar branch gets fixes for months after it started, but no new Ignition specification.
  const major = os === 'flatcar' ? flatcarMajor(osVersion) : undefined;
  return major === undefined ? undefined : flatcarBranchDate(major);
}
