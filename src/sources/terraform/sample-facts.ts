import type { OperatingSystem, Platform } from '../../model/rendered-cluster.ts';

/** What sample values are made for. */
export interface SampleContext {
  readonly platform: Platform | undefined;
  readonly os: OperatingSystem | undefined;
  /** How many controllers lists of them have. */
  readonly controllers: number;
  /** Names of machines that the module has files for. */
  readonly machines: readonly string[];
}

/** Its private half was thrown away when it was made. RSA, because Azure takes no other. */
export const samplePublicKey =
  'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCm5Y/QnFuophDyU4lI35CwgkAqH+55fIB/WnhD8eT67b4OtuefiQYUKwkgwNrr21k9tAEPJV6//kyO5Jx85UWbi0HdfY3Cp8vTw9M/I1tkQp3B7R6ys4kJ2AtduwjFzsir8bjuxGKqQ2kOY7Nm/vgiAL/f3ewJAwtJeN6+Vwm834bbWD5pBWROL6xNuEj4Vkw0ebs5QMXRIVeGRjIZzoquXgmPt7Q8ZmFE6ap7cLOP3tjtYoEDCu9g5Oe2vm9L4B9hhwzEBEIDj+KSzE7PxXxoOh/0ZT4qBGo4+ildNOEFEHc2SARz+cnnlQ9mmKbv0mC9a9j4cxgy71+oa6yWTpBJ windtunnel-sample-key-do-not-use';

/** A certificate authority as kubeconfigs have it: base64 of PEM. Its key was thrown away when it was made. */
export const sampleAuthority =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJnVENDQVNlZ0F3SUJBZ0lCQVRBS0JnZ3Foa2pPUFFRREFqQW5NU1V3SXdZRFZRUURFeHgzYVc1a2RIVnUKYm1Wc0xYTmhiWEJzWlMxa2J5MXViM1F0ZFhObE1DQVhEVEl3TURFd01UQXdNREF3TUZvWUR6SXhNakF3TVRBeApNREF3TURBd1dqQW5NU1V3SXdZRFZRUURFeHgzYVc1a2RIVnVibVZzTFhOaGJYQnNaUzFrYnkxdWIzUXRkWE5sCk1Ga3dFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRW5ka0NCQndSYzRHTkMwMTFILzUzWWNEQVd0V1kKbDc3bnh5VHNtK2Z0ZHc2MVZWSUFGenVBOE9WN0hLSFRoUjJNVmRTTHFUT0toOHVZUUM0S0RWL3hNYU5DTUVBdwpEZ1lEVlIwUEFRSC9CQVFEQWdJRU1BOEdBMVVkRXdFQi93UUZNQU1CQWY4d0hRWURWUjBPQkJZRUZKS1BuNi9EClpwV2Qxb3RCQVlQRnlXS3RVbHRFTUFvR0NDcUdTTTQ5QkFNQ0EwZ0FNRVVDSUNQMzhpUWhxbmhSRlNjQzJWbEEKMVFYRnlaM2p2YkxST3NPZEIwZ05qeVhXQWlFQTNWdEJqczRidUNrSS9rTEVXdUxSRlhSYTFhRmhyOHJMbzdQOQpIRGFjWVprPQotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg==';

/** A kubeconfig that no API server takes, for modules of workers alone. */
export const sampleKubeconfig = `apiVersion: v1
kind: Config
clusters:
  - name: windtunnel-sample
    cluster:
      server: https://cluster.example.com:6443
users:
  - name: kubelet
    user:
      token: abcdef.0123456789abcdef
current-context: windtunnel-sample
contexts:
  - name: windtunnel-sample
    context:
      cluster: windtunnel-sample
      user: kubelet
`;

interface PlatformFacts {
  readonly region: string;
  readonly zone: string;
  readonly size: string;
  readonly image: string;
  /** What names of resources look like where they are given by id. */
  readonly id: (kind: string) => string;
}

const plainId = (kind: string): string => `${kind}-0123456789abcdef0`;

const anywhere: PlatformFacts = {
  region: 'region-1',
  zone: 'region-1a',
  size: 'small',
  image: 'example-image',
  id: plainId,
};

const places: Readonly<Partial<Record<Platform, PlatformFacts>>> = {
  aws: {
    region: 'us-east-1',
    zone: 'us-east-1a',
    size: 't3.small',
    image: 'ami-0123456789abcdef0',
    id: (kind) => plainId({ security_group: 'sg' }[kind] ?? kind),
  },
  azure: {
    region: 'westeurope',
    zone: '1',
    size: 'Standard_D2as_v5',
    image: 'example-image',
    id: (kind) =>
      `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/example/providers/Microsoft.Network/${kind}s/example`,
  },
  'google-cloud': {
    region: 'us-central1',
    zone: 'us-central1-a',
    size: 'n1-standard-1',
    image: 'example-image',
    id: (kind) => `projects/example/global/${kind}s/example`,
  },
  digitalocean: {
    region: 'nyc3',
    zone: 'nyc3',
    size: 's-2vcpu-4gb',
    image: 'example-image',
    id: () => '00000000-0000-0000-0000-000000000000',
  },
  hetzner: { region: 'eu-central', zone: 'fsn1-dc14', size: 'cx22', image: '1234567', id: () => '1234567' },
};

/** What is usual on a platform. */
export function factsOf(platform: Platform | undefined): PlatformFacts {
  return (platform && places[platform]) ?? anywhere;
}
