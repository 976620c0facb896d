import type { ValuePath } from '../core/terraform-protocol.ts';

/** An object among rendered values: attributes of a resource, a nested block, a map. */
export type Values = Readonly<Record<string, unknown>>;

/** True for an object. */
export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an object says itself, never what every object inherits: `__proto__` may be a name. */
export function valueAt(values: unknown, name: string): unknown {
  return isValues(values) && Object.hasOwn(values, name) ? values[name] : undefined;
}

/** A text, or a number or boolean as Terraform converts it to one; undefined for anything else. */
export function textAt(values: unknown, name: string): string | undefined {
  return asText(valueAt(values, name));
}

/** The number at a name, which may be written as a text. */
export function numberAt(values: unknown, name: string): number | undefined {
  const text = textAt(values, name);
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The texts of a list or set; a single text counts as a list of one. */
export function textsAt(values: unknown, name: string): string[] {
  const value = valueAt(values, name);
  return (Array.isArray(value) ? value : [value]).map(asText).filter((text) => text !== undefined);
}

/** Nested blocks of a name; an object counts as one block. */
export function blocksAt(values: unknown, name: string): Values[] {
  const value = valueAt(values, name);
  return (Array.isArray(value) ? value : [value]).filter(isValues);
}

/** A text that a path leads to. */
export interface FoundText {
  readonly path: ValuePath;
  readonly text: string;
}

/**
 * The first text at a path of names separated by `/`; `*` is any block of a list. The text may be empty, and is
 * undefined where it is null or unknown.
 */
export function findText(values: unknown, pattern: string): FoundText | undefined {
  return findAlong(values, pattern.split('/'), []);
}

function findAlong(value: unknown, rest: readonly string[], path: ValuePath): FoundText | undefined {
  const [name, ...more] = rest;
  if (name === undefined) {
    const text = asText(value);
    return text === undefined ? undefined : { path, text };
  }
  if (name !== '*') return findAlong(valueAt(value, name), more, [...path, name]);
  if (!Array.isArray(value)) return findAlong(value, more, path);
  for (const [index, each] of value.entries()) {
    const found = findAlong(each, more, [...path, index]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A text, or what Terraform converts to one: a number or a boolean. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
