import type { ResourceAnswer, ResourceRequest } from '../../core/terraform-protocol.ts';
import { asText, blocksAt, type Values, valueAt } from '../rendered-values.ts';

export type Problem = NonNullable<ResourceAnswer['problems']>[number];

/**
 * Reads what a resource's configuration sets, converts it as Terraform does by a provider's schema (`"2048"` is a
 * number), and collects what is wrong with it.
 */
export class Configuration {
  readonly problems: Problem[] = [];
  private readonly attributes: Values;
  private readonly type: string;
  private readonly unknown: readonly string[];
  private readonly secrets: readonly string[];

  constructor({
    config,
    unknown,
    type,
    secrets = [],
  }: Pick<ResourceRequest, 'config' | 'unknown' | 'type' | 'secrets'>) {
    this.attributes = config;
    this.unknown = unknown;
    this.secrets = secrets;
    this.type = type;
  }

  /** The value as it is; undefined when it is not set, null or not known. */
  value(name: string): unknown {
    return valueAt(this.attributes, name) ?? undefined;
  }

  isSet(name: string): boolean {
    return this.value(name) !== undefined || this.unknown.includes(name);
  }

  /** False when one of the attributes has a value that nobody knows, because something else failed. */
  isKnown(...names: readonly string[]): boolean {
    return !names.some((name) => this.unknown.includes(name));
  }

  /** True when one of the attributes holds what no report may show. */
  isSecret(...names: readonly string[]): boolean {
    return names.some((name) => this.secrets.includes(name));
  }

  text(name: string): string | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const text = asText(value);
    return text ?? this.refuse(`The attribute "${name}" of ${this.type} must be a string.`, name);
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.value(name) ?? fallback;
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    this.refuse(`The attribute "${name}" of ${this.type} must be true or false.`, name);
    return fallback;
  }

  wholeNumber(name: string): number | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
    return this.refuse(`The attribute "${name}" of ${this.type} must be a whole number.`, name);
  }

  /** Elements that nobody knows are left out. */
  texts(name: string): readonly string[] {
    const value = this.value(name);
    const items: unknown = value ?? [];
    const known = Array.isArray(items)
      ? items.filter((item) => item !== null || this.isKnown(name))
      : [value];
    const texts = known.map((item: unknown) => asText(item));
    if (Array.isArray(items) && texts.every((item) => item !== undefined)) return texts;
    this.refuse(`The attribute "${name}" of ${this.type} must be a list of strings.`, name);
    return [];
  }

  /** The nested blocks of a name; an object stands for one block. */
  blocks(name: string): readonly Values[] {
    return blocksAt(this.attributes, name);
  }

  /** Refuses a resource without the attributes that it cannot do without. */
  require(...names: readonly string[]): void {
    for (const name of names) {
      if (!this.isSet(name)) this.refuse(`The attribute "${name}" of ${this.type} is required.`, name);
    }
  }

  refuse(message: string, attribute?: string, fix?: string): undefined {
    this.problems.push({
      message,
      ...(attribute !== undefined && { attribute }),
      ...(fix !== undefined && { fix }),
    });
    return undefined;
  }
}
