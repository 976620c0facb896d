import type { Dialect } from '../../model/rendered-cluster.ts';

/** What a text is meant to be; undefined: nothing of ours. */
export type Sniffed = Dialect | 'kubernetes' | undefined;

/** Tells Ignition, and Butane or Kubernetes written as JSON, by the keys of the outermost object. */
export function sniffJson(text: string): Sniffed {
  if (!/["'](?:ignition|variant|apiVersion)["']\s*:|\{\s*variant\s*:/.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return sniffBroken(text);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if ('variant' in value && 'version' in value) return 'butane';
  if ('apiVersion' in value && 'kind' in value) return 'kubernetes';
  if (!('ignition' in value)) return undefined;
  const { ignition } = value;
  const hasVersion = typeof ignition === 'object' && ignition !== null && 'version' in ignition;
  return hasVersion && typeof ignition.version === 'string' ? 'ignition' : undefined;
}

// Cut off, or with a comma too many: its owner wants to hear of it, so it must not pass for some other file.
function sniffBroken(text: string): Sniffed {
  if (/^\s*\{\s*["']?variant["']?\s*:/.test(text)) return 'butane';
  // The transpiler writes `config`, `security` and `timeouts` before the version.
  return /["']ignition["']\s*:\s*\{[\s\S]{0,1000}?["']version["']\s*:\s*["']\d/.test(text)
    ? 'ignition'
    : undefined;
}
