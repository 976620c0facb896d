import type { Platform } from '../model/rendered-cluster.ts';

/** The most user data that a platform takes. */
export interface UserDataLimit {
  /** Bytes as they are handed to the platform's API. */
  readonly bytes: number;
  /** The API takes base64, and counts the bytes of that. */
  readonly countsBase64: boolean;
  readonly source: string;
}

/** Platforms without a row hand the config over in a way that has no limit of its own (a file, a PXE server). */
export const userDataLimits: Readonly<Partial<Record<Platform, UserDataLimit>>> = {
  aws: {
    bytes: 16_384,
    countsBase64: false,
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
  },
  azure: {
    bytes: 65_535,
    countsBase64: false,
    source: 'https://learn.microsoft.com/azure/virtual-machines/custom-data',
  },
  'google-cloud': {
    bytes: 262_144,
    countsBase64: false,
    source: 'https://cloud.google.com/compute/docs/metadata/setting-custom-metadata#limitations',
  },
  digitalocean: {
    bytes: 65_536,
    countsBase64: false,
    source: 'https://docs.digitalocean.com/reference/api/digitalocean/#operation/droplets_create',
  },
  hetzner: {
    bytes: 32_768,
    countsBase64: false,
    source: 'https://docs.hetzner.cloud/reference/cloud#servers-create-a-server',
  },
  openstack: {
    bytes: 65_535,
    countsBase64: true,
    source: 'https://docs.openstack.org/api-ref/compute/#create-server',
  },
};

/** Size of user data as its platform counts it, in bytes. */
export function countedSize(limit: UserDataLimit, size: number): number {
  return limit.countsBase64 ? Math.ceil(size / 3) * 4 : size;
}
