import { originOfMachine } from '../../src/machine/find-item.ts';
import { firstFlatcarWithSpecification3, flatcarMajor } from '../../src/machine/ignition-releases.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'user-data/wrong-specification',
  title: 'Ignition that the operating system never reads',
  severity: 'error',
  stage: 'user-data',
  why: 'Fedora CoreOS reads Ignition 3.x only. Container Linux Configs and Ignition 2.x are for Flatcar, and Flatcar releases before 3185 read nothing else.',
  fix: 'Write the config in the dialect of the operating system: `variant: fcos` or `variant: flatcar`.',
  since: '0.1.0',
  links: [
    'https://www.flatcar.org/docs/latest/provisioning/ignition/',
    'https://coreos.github.io/ignition/specs/',
  ],
  on: 'machine',
  *run({ entry, documents, ignition }) {
    const old = ignition.version.startsWith('2.');
    const release = entry.osVersion === undefined ? undefined : flatcarMajor(entry.osVersion);
    const origin = originOfMachine(documents);
    if (entry.os === 'fedora-coreos' && old) {
      yield { message: `Fedora CoreOS does not read Ignition ${ignition.version}`, origin };
    } else if (
      entry.os === 'flatcar' &&
      !old &&
      release !== undefined &&
      release < firstFlatcarWithSpecification3
    ) {
      yield {
        message: `Flatcar ${entry.osVersion} reads Ignition 2.x only, not ${ignition.version}`,
        origin,
      };
    }
  },
  failing: {
    'windtunnel.yaml': 'os: fedora-coreos\n',
    'worker.yaml': 'systemd:\n  units:\n    - name: docker.service\n      enabled: true\n',
  },
  passing: {
    'windtunnel.yaml': 'os: flatcar\n',
    'worker.yaml': 'systemd:\n  units:\n    - name: docker.service\n      enabled: true\n',
  },
});
