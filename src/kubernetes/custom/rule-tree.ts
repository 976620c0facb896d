import type { CelType } from '../cel/types.ts';
import { firstParam, secondParam } from '../cel/types.ts';
import { celName } from './cel-name.ts';
import { type CompiledRule, compileRule } from './compiled-rule.ts';
import { ruleType } from './rule-type.ts';
import type { SchemaNode } from './schema-node.ts';

/** The rules of a schema and of what lies below it; parts without rules are left out. */
export interface RuleTree {
  readonly schema: SchemaNode;
  readonly isResource: boolean;
  readonly rules: readonly CompiledRule[];
  readonly properties: ReadonlyMap<string, RuleTree>;
  readonly items: RuleTree | undefined;
  readonly additional: RuleTree | undefined;
}

const trees = new WeakMap<SchemaNode, Map<number, RuleTree | undefined>>();

/** The rules of a definition's schema, compiled once for each minor; undefined when it has none. */
export function ruleTree(root: SchemaNode, isResource: boolean, minor: number): RuleTree | undefined {
  const byMinor = trees.get(root) ?? new Map<number, RuleTree | undefined>();
  trees.set(root, byMinor);
  if (!byMinor.has(minor)) byMinor.set(minor, buildRoot(root, isResource, minor));
  return byMinor.get(minor);
}

function buildRoot(root: SchemaNode, isResource: boolean, minor: number): RuleTree | undefined {
  return hasRules(root) ? build(root, isResource, ruleType(root, isResource, 'self'), minor) : undefined;
}

function hasRules(schema: SchemaNode): boolean {
  if (schema.validations.length > 0 || (schema.items && hasRules(schema.items))) return true;
  if (typeof schema.additional === 'object' && hasRules(schema.additional)) return true;
  return [...schema.properties.values()].some(hasRules);
}

function build(
  schema: SchemaNode,
  isResource: boolean,
  type: CelType | undefined,
  minor: number,
): RuleTree | undefined {
  if (!type || !hasRules(schema)) return undefined;
  const rules = schema.validations
    .filter(({ rule }) => rule.trim() !== '')
    .map((rule) => compileRule(rule, type, minor));
  const properties = new Map<string, RuleTree>();
  for (const [name, property] of schema.properties) {
    const tree = build(property, property.embedded, propertyType(name, property, type), minor);
    if (tree) properties.set(name, tree);
  }
  const { items, additional } = schema;
  return {
    schema,
    isResource,
    rules,
    properties,
    items: items && build(items, items.embedded, firstParam(type), minor),
    additional:
      typeof additional === 'object'
        ? build(additional, additional.embedded, secondParam(type), minor)
        : undefined,
  };
}

function propertyType(name: string, property: SchemaNode, parent: CelType): CelType | undefined {
  const inRules = celName(name);
  return inRules === undefined ? ruleType(property, property.embedded, 'self') : parent.fields?.get(inRules);
}
