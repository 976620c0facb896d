import type { TerraformSettings } from '../../config/config.ts';
import type {
  ModuleFacts,
  RenderParams,
  VariableFacts,
  VariableInput,
} from '../../core/terraform-protocol.ts';
import type { Gap, MatrixEntry } from '../../model/rendered-cluster.ts';
import { type Axis, factOf, findAxes, givenAxes } from './axes.ts';
import type { FoundModule } from './candidate-modules.ts';
import { defaultOf } from './closed-set.ts';
import { type Combination, combine, countCombinations } from './combine-axes.ts';
import type { ModuleTarget } from './module-target.ts';
import type { ModuleTree } from './module-tree.ts';
import type { SampleContext } from './sample-facts.ts';
import { sampleGaps, sampleVariables } from './sample-variables.ts';
import { fileInput } from './variable-files.ts';

/** A cell of the matrix, ready to be rendered. */
export interface TerraformEntry {
  readonly entry: MatrixEntry;
  /** Folder of the root module, relative to the workspace. */
  readonly root: string;
  readonly params: RenderParams;
  readonly gaps: readonly Gap[];
  /** Names of the root module's variables whose values were made up. */
  readonly sampled: readonly string[];
}

/** What entries are made of. */
export interface EntrySource {
  readonly module: FoundModule;
  readonly tree: ModuleTree;
  readonly target: ModuleTarget;
  readonly settings: TerraformSettings;
  /** Names that a variable file sets. */
  readonly namesIn: (file: string) => readonly string[];
  /** What the module's expressions compare its variable for the CNI with. */
  readonly compared: readonly string[];
  /** As in {@link SampleContext}. */
  readonly machines: readonly string[];
}

/** The entries of one root module, the most usual ones first, and how many there would be without a limit. */
export function moduleEntries(
  source: EntrySource,
  most: number,
): { readonly entries: readonly TerraformEntry[]; readonly count: number } {
  const { variables } = source.module.facts;
  const fixed = new Set([
    ...namesOf(source, source.module.variableFiles.automatic),
    ...Object.keys(source.settings.variables),
  ]);
  const context: SampleContext = { ...source.target, controllers: 1, machines: source.machines };
  const given = givenAxes(variables, source.settings);
  const isFree = ({ name }: VariableFacts): boolean =>
    !fixed.has(name) && !Object.hasOwn(source.settings.axes, name);
  const found = source.module.isRoot ? [] : findAxes(variables, isFree, context, source.compared);
  const axes = inOrder([...given, ...found]);
  const files = source.module.variableFiles.named;
  const sets = files.length === 0 ? [undefined] : files;
  const count = countCombinations(axes) * sets.length;
  const perSet = Math.ceil(most / sets.length);
  const entries = sets.flatMap((file) =>
    combine(axes, perSet).map((chosen) => makeEntry(source, chosen, file, fixed)),
  );
  return { entries: entries.slice(0, most), count };
}

const firstLabels = ['networking', 'controllers', 'arch'];

function inOrder(axes: readonly Axis[]): Axis[] {
  const rank = ({ label }: Axis): number =>
    firstLabels.includes(label) ? firstLabels.indexOf(label) : firstLabels.length;
  return axes.toSorted((a, b) => rank(a) - rank(b));
}

function namesOf({ namesIn }: EntrySource, files: readonly string[]): string[] {
  return files.flatMap((file) => namesIn(file));
}

function makeEntry(
  source: EntrySource,
  chosen: Combination,
  variableFile: string | undefined,
  fixed: ReadonlySet<string>,
): TerraformEntry {
  const { module, tree, target, settings } = source;
  const { facts, variableFiles } = module;
  const files =
    variableFile === undefined ? variableFiles.automatic : [...variableFiles.automatic, variableFile];
  const ofAxes = Object.assign({}, ...chosen.map(([, setting]) => setting.variables));
  const ofSettings = declaredOnly(facts, settings.variables);
  const told = tellOf(facts, { ...ofSettings, ...ofAxes }, new Set(namesOf(source, files)));
  const entry: Partial<MatrixEntry> = Object.assign(
    {},
    target,
    told,
    ...chosen.map(([, setting]) => setting.entry),
  );
  const set = new Set([...fixed, ...namesOf(source, files), ...Object.keys(ofAxes)]);
  const context = { ...target, controllers: entry.controllers ?? 1, machines: source.machines };
  // Whose values are elsewhere has its machines there as well.
  const lacksValues = facts.variables.some(({ name, hasDefault }) => !hasDefault && !set.has(name));
  const samples = sampleVariables(facts, context, !module.isRoot || lacksValues);
  const sampled = Object.keys(samples).filter((name) => !set.has(name));
  const variables: VariableInput[] = [
    // Those that have values get them by what comes later.
    { kind: 'values', values: samples },
    ...files.map(fileInput),
    { kind: 'values', values: ofSettings },
    { kind: 'values', values: ofAxes },
  ];
  return {
    entry: cleanEntry(nameOf(module.folder, chosen, variableFile), entry),
    root: module.folder,
    params: {
      modules: tree.modules,
      missing: tree.missing,
      variables: variables.filter((each) => each.kind === 'file' || Object.keys(each.values).length > 0),
      workspace: 'default',
    },
    gaps: sampleGaps(facts, sampled, tree.fetched),
    sampled,
  };
}

/** What literal values and defaults say of an entry; those of files are not looked into. */
function tellOf(
  { variables }: ModuleFacts,
  values: Readonly<Record<string, unknown>>,
  inFiles: ReadonlySet<string>,
): Partial<MatrixEntry> {
  const told = variables.map((variable) => {
    const { name } = variable;
    if (Object.hasOwn(values, name)) return factOf(name, values[name]);
    return inFiles.has(name) ? {} : factOf(name, defaultOf(variable));
  });
  return Object.assign({}, ...told);
}

function declaredOnly(
  { variables }: ModuleFacts,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const declared = new Set(variables.map(({ name }) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => declared.has(name)));
}

const longestText = 80;

/** `aws/flatcar-linux/kubernetes networking=cilium controllers=3` */
function nameOf(folder: string, chosen: Combination, variableFile: string | undefined): string {
  const choices = chosen.map(([{ label }, { text }]) => `${label}=${text.slice(0, longestText)}`);
  const file = variableFile
    ?.split('/')
    .at(-1)
    ?.replace(/\.tfvars(?:\.json)?$/, '');
  return [folder || '.', ...(file === undefined ? [] : [`vars=${file}`]), ...choices].join(' ');
}

function cleanEntry(name: string, told: Partial<MatrixEntry>): MatrixEntry {
  const { platform, os, networking, arch, controllers } = told;
  return {
    name,
    source: 'terraform',
    ...(platform && { platform }),
    ...(os && { os }),
    ...(networking && { networking }),
    ...(arch && { arch }),
    ...(controllers !== undefined && { controllers }),
  };
}
