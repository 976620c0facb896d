import type { VariableFacts } from '../../core/terraform-protocol.ts';
import { closedSet } from './closed-set.ts';
import type { SampleContext } from './sample-facts.ts';
import { sampleText } from './sample-text.ts';
import { parseType, type VariableType } from './type-expression.ts';
import { numberRange, textHolds } from './validation-hints.ts';

interface Wanted {
  readonly type: VariableType;
  readonly name: string;
  readonly description: string;
  readonly context: SampleContext;
  /** As in {@link sampleText}. */
  readonly index: number;
}

/** Lists and maps that a cluster works without. */
const extras =
  /snippet|taint|label|tag|toleration|args|annotation|target_group|extra|additional|feature|oidc/;
/** Lists of texts, even where their type does not say so. */
const texts = /(?:name|domain|mac|ip|server|host|address|zone|id|cidr|key)s$/;
/** Lists with one element for each controller. */
export const controllersList = /controller|master|control_?plane|etcd|api_server/;
/** Workers are counted from here, so that no machine has the name or address of another. */
const firstWorker = 11;

/** A value that a required variable may well have, by its type, name, description and validations. */
export function sampleValue(variable: VariableFacts, context: SampleContext): unknown {
  const type = parseType(variable.type);
  const choices = closedSet(variable);
  if (choices !== undefined) return preferred(choices, context);
  const description = variable.description ?? '';
  const value = sampleOf({ type, name: variable.name, description, context, index: 0 });
  if (typeof value === 'string') return validText(variable, value);
  if (typeof value !== 'number') return value;
  const { least, most } = numberRange(variable);
  return Math.max(Math.min(value, most), least);
}

/** The first of them, unless one is for the operating system that the module is for. */
export function preferred<T>(choices: readonly T[], { os }: SampleContext): T | undefined {
  const own = os === 'flatcar' ? choices.find((each) => String(each).startsWith('flatcar')) : undefined;
  return own ?? choices[0];
}

/** Texts of many forms, for validations that want one of them. */
const forms = [
  'a',
  'a1',
  'example-1',
  '1',
  '1.0.0',
  'v1.0.0',
  'example.com',
  'https://example.com',
  'abcdefgh',
  '192.0.2.1',
  'Example1',
  '12345678',
  '00000000-0000-0000-0000-000000000000',
  'abcdefghijklmnopqrstuvwxyz012345',
];

function validText(variable: VariableFacts, text: string): string {
  return [text, ...forms].find((each) => textHolds(variable, each)) ?? text;
}

function sampleOf(wanted: Wanted): unknown {
  const { type, name } = wanted;
  switch (type.kind) {
    case 'string':
      return sampleText(wanted);
    case 'number':
      return sampleNumber(wanted);
    case 'bool':
      // What is switched on has more to look at.
      return /^(?:enable|use|with)_|_enabled$/.test(name);
    case 'any':
      return extras.test(name) ? null : sampleText(wanted);
    case 'list':
    case 'set':
      // A made-up text among what may be objects would be an error of ours.
      if (extras.test(name) || (type.element.kind === 'any' && !texts.test(name))) return [];
      return elementsOf(wanted, type.element);
    case 'map':
      return mapOf(wanted, type.element);
    case 'tuple':
      return type.elements.map((each) => sampleOf({ ...wanted, type: each }));
    case 'object': {
      const attributes = type.attributes.filter(({ isOptional }) => !isOptional);
      return Object.fromEntries(
        attributes.map((each) => [
          each.name,
          sampleOf({ ...wanted, type: each.type, name: each.name, description: '' }),
        ]),
      );
    }
  }
}

/** Machines of controllers as many as asked for, two workers, and one of anything else. */
function indexesOf({ name, context, index }: Wanted): readonly number[] {
  if (controllersList.test(name)) return Array.from({ length: context.controllers }, (_, at) => at + 1);
  return /worker|node|machine/.test(name) ? [firstWorker, firstWorker + 1] : [index];
}

function elementsOf(wanted: Wanted, element: VariableType): unknown[] {
  if ((element.kind === 'string' || element.kind === 'any') && namesMachines(wanted))
    return [...wanted.context.machines];
  const name = wanted.name.replace(/s$/, '');
  return indexesOf(wanted).map((index) => sampleOf({ ...wanted, type: element, name, index }));
}

/** Of machines and pools, by name; all other maps may be empty. */
function mapOf(wanted: Wanted, element: VariableType): Readonly<Record<string, unknown>> {
  if (element.kind !== 'object' || extras.test(wanted.name)) return {};
  const machines = namesMachines(wanted) ? wanted.context.machines : [];
  const keys = machines.length > 0 ? machines.map((_, at) => at + 1) : indexesOf(wanted);
  return Object.fromEntries(
    keys.map((index, at) => [
      machines[at] ?? (index === 0 ? 'example' : `node${index}`),
      sampleOf({ ...wanted, type: element, index }),
    ]),
  );
}

function namesMachines({ name, context }: Wanted): boolean {
  return context.machines.length > 0 && /machine|node|server|host|name|instance|vm|worker|pool/.test(name);
}

const numbers: readonly (readonly [RegExp, number])[] = [
  [/port/, 6443],
  [/mtu/, 1450],
  [/count|replicas|nodes|size$|index/, 1],
  [/disk|storage/, 30],
  [/memory|ram/, 4096],
  [/cpu/, 2],
];

function sampleNumber({ name, description }: Wanted): number {
  const [, written] = /\be\.g\.\s+(\d{1,9})\b/.exec(description) ?? [];
  if (written !== undefined) return Number(written);
  const disk = /disk_size|volume_size/.test(name) ? 30 : undefined;
  return disk ?? numbers.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
}
