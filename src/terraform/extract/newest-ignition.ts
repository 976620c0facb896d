import type { RenderedResource, RenderResult } from '../../core/terraform-protocol.ts';
import { newestIgnitionOf } from '../providers/ct-releases.ts';

/** Newest Ignition that the terraform-provider-ct of a resource's module gives for Butane configs. */
export function newestIgnition(
  { providers }: Pick<RenderResult, 'providers'>,
  { moduleKey }: Pick<RenderedResource, 'moduleKey'>,
): string {
  const named = providers.filter(({ name, version }) => name === 'ct' && version !== null);
  // A module without a constraint of its own gets what those above it ask for.
  for (const key of [...keysAbove(moduleKey), '']) {
    const found = named.find(({ module }) => module === key);
    if (found) return newestIgnitionOf(found.version);
  }
  return newestIgnitionOf(null);
}

/** `a.b`: `a.b` and `a`. */
function keysAbove(key: string): string[] {
  const steps = key.split('.');
  return steps.map((_, index) => steps.slice(0, steps.length - index).join('.'));
}
