import { Configuration } from '../configuration.ts';
import { deriveBytes } from '../derive.ts';
import type { Emulate } from '../family.ts';
import { lowestVersion } from '../version-constraint.ts';
import { readLength, seedOf } from './seed.ts';

/** `random_id`: https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/id */
export const randomId: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('byte_length');
  const length = readLength(config, 'byte_length');
  const prefix = config.text('prefix') ?? '';
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const bytes = deriveBytes(seedOf(request, config), length);
  const url = bytes.toString('base64url');
  const values = {
    id: url,
    b64_url: prefix + url,
    b64_std: prefix + bytes.toString('base64'),
    hex: prefix + bytes.toString('hex'),
    dec: prefix + BigInt(`0x${bytes.toString('hex')}`).toString(),
    // Version 3 of the provider removed it.
    ...(isOld(request.providerVersion) && { b64: prefix + url }),
  };
  return { values };
};

/** `random_bytes`: https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/bytes */
export const randomBytes: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('length');
  const length = readLength(config, 'length');
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const bytes = deriveBytes(seedOf(request, config), length);
  const values = { base64: bytes.toString('base64'), hex: bytes.toString('hex') };
  return { values, secret: ['base64', 'hex'] };
};

function isOld(constraint: string | null): boolean {
  const lowest = lowestVersion(constraint, ['2.0.0', '2.3.1', '3.0.0', '3.7.2']);
  return lowest?.startsWith('2.') === true;
}
