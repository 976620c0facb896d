import type { ResourceRequest } from '../../../core/terraform-protocol.ts';
import type { Configuration } from '../configuration.ts';
import { orderedJson } from '../derive.ts';

/** What a random value follows from: another address, or other keepers, give another one. */
export function seedOf({ address }: ResourceRequest, config: Configuration): string {
  return `${address}\n${orderedJson(config.value('keepers') ?? {})}`;
}

// More than anybody names a thing with, and little enough to be kept.
const longest = 1024 * 1024;

/** A length of the configuration, in bytes or characters; what stands in for a wrong one is refused with it. */
export function readLength(config: Configuration, name: string): number {
  const length = config.wholeNumber(name) ?? 1;
  if (length >= 1 && length <= longest) return length;
  config.refuse(`The attribute "${name}" must be at least 1 and at most ${longest}.`, name);
  return 1;
}
