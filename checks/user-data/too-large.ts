import { originOfMachine } from '../../src/machine/find-item.ts';
import { countedSize, userDataLimits } from '../../src/machine/user-data-limits.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'user-data/too-large',
  title: 'More user data than the platform takes',
  severity: 'error',
  stage: 'user-data',
  why: 'The platform’s API refuses to create the machine, and it does so at apply time, for the pools that have grown over the limit only.',
  fix: 'Let the machine fetch large files (`contents.source` with a URL and a hash), compress them, or pass a small config that merges one from a bucket.',
  since: '0.1.0',
  links: Object.values(userDataLimits).map((limit) => limit.source),
  on: 'machine',
  *run({ entry, machine, documents, size }) {
    const limit =
      entry.platform && machine.delivery === 'user-data' ? userDataLimits[entry.platform] : undefined;
    if (!limit) return;
    const counted = countedSize(limit, size);
    if (counted <= limit.bytes) return;
    const encoded = limit.countsBase64 ? ' as base64' : '';
    yield {
      message: `user data is ${counted} bytes${encoded}, ${counted - limit.bytes} more than the ${limit.bytes} that ${entry.platform} takes`,
      origin: originOfMachine(documents),
    };
  },
  failing: {
    'windtunnel.yaml': 'platform: aws\n',
    'worker.yaml': withKey(20_000),
  },
  passing: {
    'windtunnel.yaml': 'platform: aws\n',
    'worker.yaml': withKey(100),
  },
});

function withKey(length: number): string {
  return `variant: fcos
version: 1.5.0
passwd:
  users:
    - name: core
      ssh_authorized_keys:
        - ssh-ed25519 ${'A'.repeat(length)}
`;
}
