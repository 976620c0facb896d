import { type CelValue, OptionalValue } from '../cel/value.ts';
import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { RuleContext } from '../rule.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';
import { type CompiledRule, usable } from './compiled-rule.ts';
import { readFieldPath } from './field-path-text.ts';
import type { Gap } from './gap.ts';
import { ruleMessage } from './rule-message.ts';
import { type RuleTree, ruleTree } from './rule-tree.ts';
import { ruleValue } from './rule-value.ts';
import type { SchemaNode } from './schema-node.ts';

// Kubernetes' own limits on the cost of one rule, and of all of one object.
const mostPerRule = 1_000_000;
const mostPerObject = 10_000_000;

/**
 * Runs the definition's rules (`x-kubernetes-validations`) on a value that fits its schema.
 * @param isResource for the whole object, and for resources within it
 * @param path where the value stands
 */
export function runRules(
  value: JsonValue,
  schema: SchemaNode,
  isResource: boolean,
  path: FieldPath | undefined,
  gaps: Gap[],
  context: RuleContext,
): void {
  const tree = ruleTree(schema, isResource, context.minor);
  if (tree) new RuleRun(gaps, context).visit(value, tree, path);
}

class RuleRun {
  private left = mostPerObject;
  private readonly gaps: Gap[];
  private readonly context: RuleContext;

  constructor(gaps: Gap[], context: RuleContext) {
    this.gaps = gaps;
    this.context = context;
  }

  visit(value: JsonValue, tree: RuleTree, path: FieldPath | undefined): void {
    // A rule about null stands above it: those of a value itself are for values that are there.
    if (value === null) return;
    if (tree.rules.length > 0) this.runAll(value, tree, path);
    if (isArray(value) && tree.items) {
      for (const [index, item] of value.entries()) this.visit(item, tree.items, child(path, index));
    } else if (isObject(value)) {
      this.visitFields(value, tree, path);
    }
  }

  private visitFields(object: JsonObject, tree: RuleTree, path: FieldPath | undefined): void {
    if (tree.properties.size === 0 && !tree.additional) return;
    for (const key of Object.keys(object)) {
      const below = tree.properties.get(key) ?? tree.additional;
      if (below) this.visit(object[key] ?? null, below, child(path, key));
    }
  }

  private runAll(value: JsonValue, tree: RuleTree, path: FieldPath | undefined): void {
    const self = ruleValue(value, tree.schema, tree.isResource);
    for (const compiled of tree.rules) this.run(compiled, self, path);
  }

  private run(compiled: CompiledRule, self: CelValue, path: FieldPath | undefined): void {
    const { rule } = compiled;
    const program = usable(compiled.program, 'bool');
    if (!program) {
      this.gap(compiled, unusableBecause(compiled), path);
      return;
    }
    // Rules on a change are for updates.
    if (program.reads.has('oldSelf') && rule.optionalOldSelf !== true) return;
    const values = [self, rule.optionalOldSelf === true ? new OptionalValue(undefined) : null];
    const outcome = program.evaluate(values, Math.min(this.left, mostPerRule));
    if (outcome === 'too much work') {
      this.left -= mostPerRule;
      this.gap(compiled, 'it takes too many steps', path);
      return;
    }
    this.left -= outcome.steps;
    if ('value' in outcome && outcome.value === true) return;
    const at = withFieldPath(path, rule.fieldPath);
    const message = ruleMessage(compiled, outcome, values, at ? formatPath(at) : 'the object');
    this.context.problems.value('manifest/custom-rule', at, message);
  }

  private gap({ rule }: CompiledRule, why: string, path: FieldPath | undefined): void {
    this.gaps.push({ what: `the definition's rule ${rule.rule}`, why, path });
  }
}

function withFieldPath(path: FieldPath | undefined, text: string | undefined): FieldPath | undefined {
  const steps = text === undefined ? undefined : readFieldPath(text);
  return steps ? steps.reduce<FieldPath | undefined>((at, step) => child(at, step), path) : path;
}

function unusableBecause({ program }: CompiledRule): string {
  if ('unread' in program) return program.unread;
  return 'invalid' in program ? `it does not compile: ${program.invalid}` : 'it does not give true or false';
}
