import type { AxisValue, TerraformSettings } from '../../config/config.ts';
import type { VariableFacts } from '../../core/terraform-protocol.ts';
import type { MatrixEntry } from '../../model/rendered-cluster.ts';
import { closedSet, defaultOf } from './closed-set.ts';
import type { SampleContext } from './sample-facts.ts';
import { controllersList, preferred } from './sample-value.ts';
import { numberRange } from './validation-hints.ts';

/** Something that a matrix varies. */
export interface Axis {
  /** As names of entries write it: `networking`. */
  readonly label: string;
  /** At least one; the first is what the others are tried with. */
  readonly settings: readonly AxisSetting[];
  /** Combined with all others like it; otherwise each of its settings is tried once. */
  readonly isCombined: boolean;
}

export interface AxisSetting {
  readonly text: string;
  readonly variables: Readonly<Record<string, AxisValue>>;
  readonly entry: Partial<MatrixEntry>;
}

/** Names of a variable that chooses the CNI. */
export const networkingName = /^(?:networking|cni|cni_plugin|network_(?:plugin|provider))$/;
const archName = /^(?:[a-z]+_)*arch(?:itecture)?$/;
const osName = /^(?:os|os_name|os_type|os_distro|os_family|operating_system)$/;
const channelName = /^(?:[a-z]+_)?(?:os_image|os_channel|os_stream|channel|stream)$/;
const controllersName =
  /^(?:controllers?|masters?|control_?plane)_?(?:nodes?_?)?(?:count|replicas|number)$|^(?:number|count)_of_(?:controllers|masters)$/;

/**
 * The axes of a module that has no values of its own, in the order in which names of entries have them. `isFree` tells
 * the variables that nobody gave a value.
 */
export function findAxes(
  variables: readonly VariableFacts[],
  isFree: (variable: VariableFacts) => boolean,
  context: SampleContext,
  compared: readonly string[],
): Axis[] {
  const free = variables.filter(isFree);
  const named = (pattern: RegExp) => free.filter(({ name }) => pattern.test(name));
  return [
    ...named(networkingName).flatMap((each) =>
      axisOf(each, closedSet(each) ?? comparedSet(each, compared), context, 'networking'),
    ),
    ...controllersAxis(free),
    ...architectureAxis(named(archName)),
    ...named(osName).flatMap((each) => axisOf(each, closedSet(each), context)),
    ...named(channelName).flatMap((each) =>
      axisOf(each, closedSet(each), context).map((axis) => ({ ...axis, isCombined: false })),
    ),
  ];
}

/** The axes that the settings name, for the variables that a module has. */
export function givenAxes(variables: readonly VariableFacts[], { axes }: TerraformSettings): Axis[] {
  return variables.flatMap(({ name }) => {
    const values = Object.hasOwn(axes, name) ? axes[name] : undefined;
    if (values === undefined || values.length === 0) return [];
    const label = networkingName.test(name)
      ? 'networking'
      : controllersName.test(name)
        ? 'controllers'
        : name;
    return [
      { label, settings: [...new Set(values)].map((value) => settingOf(name, value)), isCombined: true },
    ];
  });
}

function axisOf(
  variable: VariableFacts,
  values: readonly AxisValue[] | undefined,
  context: SampleContext,
  label = variable.name,
): Axis[] {
  if (values === undefined || values.length < 2) return [];
  const standard = defaultOf(variable) ?? preferred(values, context);
  const ordered = [...new Set([...values.filter((each) => each === standard), ...values])];
  return [{ label, settings: ordered.map((value) => settingOf(variable.name, value)), isCombined: true }];
}

const knownNetworks = ['flannel', 'calico', 'cilium'];

/** CNIs that the module's own expressions compare the variable with, where nothing says what it may be. */
function comparedSet(
  { name, type }: VariableFacts,
  compared: readonly string[],
): readonly string[] | undefined {
  if (!networkingName.test(name) || (type !== 'string' && type !== 'any')) return undefined;
  return compared.some((each) => knownNetworks.includes(each))
    ? [...new Set([...knownNetworks, ...compared])]
    : undefined;
}

/** One and three: what is alone and what is clustered differ. */
function controllersAxis(free: readonly VariableFacts[]): Axis[] {
  const count = free.find(({ name, type }) => controllersName.test(name) && ['number', 'any'].includes(type));
  const lists = free.filter(
    ({ name, type, hasDefault }) =>
      !hasDefault && controllersList.test(name) && /^(?:list|set|map)/.test(type),
  );
  if (!count && lists.length === 0) return [];
  const { least, most } = count ? numberRange(count) : { least: 1, most: 3 };
  const counts = [1, 3].filter(
    (each) => each >= least && each <= most && (count?.allowed?.includes(each) ?? true),
  );
  if (counts.length === 0) return [];
  const settings = counts.map((each): AxisSetting => {
    return {
      text: String(each),
      variables: count ? { [count.name]: each } : {},
      entry: { controllers: each },
    };
  });
  return [{ label: 'controllers', settings, isCombined: true }];
}

/** Architectures of controllers and workers go together: machines of both kinds in one cluster are rare. */
function architectureAxis(variables: readonly VariableFacts[]): Axis[] {
  const sets = variables.flatMap((variable) => {
    const values = closedSet(variable);
    return values ? [{ variable, values }] : [];
  });
  const [leading] = sets;
  if (leading === undefined) return [];
  const common = leading.values.filter((value) => sets.every(({ values }) => values.includes(value)));
  const standard = defaultOf(leading.variable);
  const ordered = [...new Set([...common.filter((each) => each === standard), ...common])];
  if (ordered.length < 2) return [];
  const settings = ordered.map((value): AxisSetting => {
    const values = sets.map(({ variable }) => [variable.name, value] as const);
    return { text: String(value), variables: Object.fromEntries(values), entry: { arch: String(value) } };
  });
  return [{ label: 'arch', settings, isCombined: true }];
}

function settingOf(name: string, value: AxisValue): AxisSetting {
  return { text: String(value), variables: { [name]: value }, entry: factOf(name, value) };
}

/** What the value of a variable tells of an entry. */
export function factOf(name: string, value: unknown): Partial<MatrixEntry> {
  if (typeof value === 'number') return controllersName.test(name) ? { controllers: value } : {};
  if (typeof value !== 'string') return {};
  if (networkingName.test(name)) return { networking: value };
  if (name === 'arch' || name === 'architecture' || name === 'controller_arch') return { arch: value };
  if (!osName.test(name) && !channelName.test(name)) return {};
  if (/^(?:fedora-coreos|fcos)(?:-|$)/.test(value)) return { os: 'fedora-coreos' };
  return /^flatcar(?:-|$)/.test(value) ? { os: 'flatcar' } : {};
}
