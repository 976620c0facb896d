import type { Diagnostic, Range } from '../core/terraform-protocol.ts';
import type { Origin } from '../model/origin.ts';
import type { Gap } from '../model/rendered-cluster.ts';

/** Two of the core's ways to say it: the whole of a message, or the end of one. */
const homeFile = /windtunnel reads only files of the workspace and of fetched modules, not (~\/.*?)\.?$/;

/** What a diagnostic says is missing here, where it is no mistake of the module's author; undefined where it is one. */
export function missingValue(
  said: Diagnostic,
  sampled: readonly string[],
  originOf: (range: Range) => Origin,
): Gap | undefined {
  const found = unfitSample(said, sampled) ?? unreadFile(said);
  if (found === undefined) return undefined;
  return { kind: 'missing', ...found, ...(said.range && { origin: originOf(said.range) }) };
}

type Missing = Pick<Gap, 'what' | 'why'>;

/** A variable whose sample value is refused. */
function unfitSample(
  { code, address, message }: Diagnostic,
  sampled: readonly string[],
): Missing | undefined {
  if (code !== 'validation' && code !== 'variable-value') return undefined;
  const name = sampled.find((each) => address === `var.${each}`);
  if (name === undefined) return undefined;
  const [, wanted = message] = /^Invalid value for variable: (.*)$/s.exec(message) ?? [];
  return {
    what: `variable ${name}`,
    why: `no value, and none could be made that fits (${wanted.replace(/\.$/, '')}): set it in a .tfvars file, or under terraform.variables in windtunnel.yaml`,
  };
}

/** Each operator has their own, a public key for the most part. */
function unreadFile({ code, message }: Diagnostic): Missing | undefined {
  const [, file] = (code === 'file-access' && homeFile.exec(message)) || [];
  if (file === undefined) return undefined;
  return {
    what: `the file ${file}`,
    why: 'it lies in the home folder of the operator, where nothing is read',
  };
}
