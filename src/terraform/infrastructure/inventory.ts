import type { Range, RenderedResource } from '../../core/terraform-protocol.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Origin } from '../../model/origin.ts';
import { textAt, textsAt } from '../rendered-values.ts';
import { type Machine, machinesOf } from './machines.ts';
import { References } from './references.ts';

/** What the extraction needs from outside. */
export interface ExtractionContext {
  /** Where a person edits what the evaluator read. */
  readonly originOf: (range: Range) => Origin;
  /** Name of the machine config that the machine with this address is given. */
  readonly machineOf?: (address: string) => string | undefined;
}

/** The resources of one render, and how they hang together. */
export class Inventory {
  readonly resources: readonly RenderedResource[];
  readonly references: References;
  readonly machines: readonly Machine[];
  readonly #byType: ReadonlyMap<string, readonly RenderedResource[]>;
  /** Roles of machines by every short text among their attributes. */
  readonly #rolesByText: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(resources: readonly RenderedResource[]) {
    this.resources = resources;
    this.#byType = groupBy(
      resources.filter(({ mode }) => mode === 'managed'),
      ({ type }) => type,
    );
    this.references = new References(resources);
    this.machines = machinesOf(resources, this.references);
    this.#rolesByText = rolesByText(this.machines);
  }

  /** Managed resources of these types, in the order of the types and their addresses. */
  ofType(...types: readonly string[]): RenderedResource[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** Ids of resources of a type that have the text in an attribute: network interfaces in a security group. */
  idsOf(type: string, attribute: string, text: string | undefined): (string | undefined)[] {
    if (text === undefined) return [];
    return this.ofType(type)
      .filter(({ values }) => textsAt(values, attribute).includes(text))
      .map(({ values }) => textAt(values, 'id'));
  }

  /**
   * Roles of machines that have one of the texts somewhere among their attributes (the id of a security group, a tag,
   * an address), sorted.
   */
  rolesWith(texts: readonly (string | undefined)[]): string[] {
    const found = texts.flatMap((text) => [...((text && this.#rolesByText.get(text)) || [])]);
    return [...new Set(found)].sort();
  }
}

const longestMention = 512;

/** Bounds what is looked at of one machine. */
const mostMentions = 2000;

function rolesByText(machines: readonly Machine[]): Map<string, Set<string>> {
  const roles = new Map<string, Set<string>>();
  for (const { role, resource, holder } of machines) {
    if (role === undefined) continue;
    const texts = new Set<string>();
    collectTexts(resource.values, texts, 0);
    if (holder !== resource) collectTexts(holder.values, texts, 0);
    for (const text of texts) roles.set(text, (roles.get(text) ?? new Set()).add(role));
  }
  return roles;
}

function collectTexts(value: unknown, texts: Set<string>, depth: number): void {
  if (texts.size > mostMentions || depth > 8) return;
  if (typeof value === 'string' && value.length <= longestMention) texts.add(value);
  if (typeof value === 'number') texts.add(String(value));
  if (typeof value !== 'object' || value === null) return;
  for (const each of Object.values(value)) collectTexts(each, texts, depth + 1);
}
