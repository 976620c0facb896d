import type { Diagnostic, Range } from '../core/terraform-protocol.ts';
import type { Origin } from '../model/origin.ts';
import type { Gap } from '../model/rendered-cluster.ts';

/** The sampled variable whose value a diagnostic refuses: that is no mistake of the module's author. */
export function unfitSample({ code, address }: Diagnostic, sampled: readonly string[]): string | undefined {
  if (code !== 'validation' && code !== 'variable-value') return undefined;
  return sampled.find((name) => address === `var.${name}`);
}

/** Says what is missing: a value of somebody's that the module takes. */
export function unfitGap(said: Diagnostic, name: string, originOf: (range: Range) => Origin): Gap {
  const [, wanted = said.message] = /^Invalid value for variable: (.*)$/s.exec(said.message) ?? [];
  return {
    kind: 'missing',
    what: `variable ${name}`,
    why: `no value, and none could be made that fits (${wanted.replace(/\.$/, '')}): set it in a .tfvars file, or under terraform.variables in windtunnel.yaml`,
    ...(said.range && { origin: originOf(said.range) }),
  };
}
