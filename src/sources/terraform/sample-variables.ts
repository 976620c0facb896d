import type { ModuleFacts, VariableFacts } from '../../core/terraform-protocol.ts';
import type { Gap } from '../../model/rendered-cluster.ts';
import { defaultOf } from './closed-set.ts';
import { displayPath, type FetchedModules } from './fetched-modules.ts';
import type { SampleContext } from './sample-facts.ts';
import { sampleValue } from './sample-value.ts';
import { parseType } from './type-expression.ts';

/** Lists and maps of machines or of pools of them. */
const machines =
  /^(?:\w+_)?(?:controllers|masters|control_planes|workers|nodes|machines|vms|droplets|(?:node|worker|machine)_?(?:pools|groups|instances))$|^(?:servers|agents|hosts|instances|pools)$/;
/** Lists that go side by side, one element for each machine. */
const machineTexts =
  /^(?:controller|master|worker|node|machine|server|agent)_(?:names|domains|hostnames|macs|ips|addresses)$/;
const counts = /^(?:worker|node|machine|server|agent|instance)s?_?(?:count|replicas|number|size)$|^workers$/;

/** Values for the variables that a module needs, and for machines that it has none of by default. */
export function sampleVariables(
  { variables }: ModuleFacts,
  context: SampleContext,
  withMachines: boolean,
): Readonly<Record<string, unknown>> {
  const wanted = variables.filter(
    (variable) => !variable.hasDefault || (withMachines && lacksMachines(variable, context)),
  );
  return Object.fromEntries(wanted.map((variable) => [variable.name, sampleValue(variable, context)]));
}

/** Whether the module has no machine of a kind unless it is told: nothing of theirs would be rendered. */
function lacksMachines(variable: VariableFacts, context: SampleContext): boolean {
  const { name } = variable;
  const standard = defaultOf(variable);
  const type = parseType(variable.type);
  if (type.kind === 'number' || type.kind === 'any') return standard === 0 && counts.test(name);
  if (type.kind !== 'list' && type.kind !== 'set' && type.kind !== 'map') return false;
  if (type.element.kind === 'object') return isEmpty(standard) && machines.test(name);
  const isNamed = machineTexts.test(name) || (machines.test(name) && context.machines.length > 0);
  return type.element.kind === 'string' && isEmpty(standard) && isNamed;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Says which variables have values that we made. */
export function sampleGaps(
  { variables }: ModuleFacts,
  sampled: readonly string[],
  fetched: FetchedModules,
): Gap[] {
  const found = variables.filter(({ name }) => sampled.includes(name));
  const required = found.filter(({ hasDefault }) => !hasDefault);
  const empty = found.filter(({ hasDefault }) => hasDefault);
  return [
    ...sampleGap(required, 'required and without a value: sample values were made', fetched),
    ...sampleGap(
      empty,
      'no machines by default: sample machines were made, to render what they get',
      fetched,
    ),
  ];
}

function sampleGap(variables: readonly VariableFacts[], why: string, fetched: FetchedModules): Gap[] {
  const [first] = variables;
  if (first === undefined) return [];
  const names = variables.map(({ name }) => name).join(', ');
  const what = `${variables.length === 1 ? 'variable' : 'variables'} ${names}`;
  const { file, ...place } = first.range;
  return [{ kind: 'sample', what, why, origin: { ...place, file: displayPath(file, fetched) } }];
}
