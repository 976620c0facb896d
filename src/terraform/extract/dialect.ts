import type { Dialect } from '../../model/rendered-cluster.ts';
import { isJson, sniff } from '../../sources/files/sniff.ts';

/**
 * The dialect that terraform-provider-ct takes a text for: Butane where it has a variant, else a Container Linux Config;
 * merged Ignition may be given as JSON.
 */
export function dialectOf(text: string): Dialect {
  if (/^["']?variant["']?\s*:/m.test(text)) return 'butane';
  const sniffed = sniff(text);
  if (sniffed === 'butane' || sniffed === 'ignition') return sniffed;
  return isJson(text) ? 'ignition' : 'container-linux-config';
}
