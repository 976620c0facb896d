import type { Diagnostic, Range } from '../core/terraform-protocol.ts';
import type { Origin } from '../model/origin.ts';
import type { Gap } from '../model/rendered-cluster.ts';

/** The sampled variable whose value a diagnostic refuses: that is no mistake of the module's author. */
export function unfitSample({ code, address }: Diagnostic, sampled: readonly string[]): string | undefined {
  if (code !== 'validation' && code !== 'variable-value') return undefined;
  return sampled.find((name) => address === `var.${name}`);
}

/** Says that a sample value does not do, and where to give a better one. */
export function unfitGap(said: Diagnostic, name: string, originOf: (range: Range) => Origin): Gap {
  return {
    kind: 'missing',
    what: `variable ${name}`,
    why: `no sample value fits it (${said.message}): set it under terraform.variables in windtunnel.yaml`,
    ...(said.range && { origin: originOf(said.range) }),
  };
}
