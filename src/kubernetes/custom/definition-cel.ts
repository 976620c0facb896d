import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { type CompiledRule, compileRule } from './compiled-rule.ts';
import type { DefinitionReport } from './definition-report.ts';
import type { Gap } from './gap.ts';
import { ruleType } from './rule-type.ts';
import { type SchemaNode, schemaNode } from './schema-node.ts';

// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#resource-use-by-validation-functions
const mostPerRule = 10_000_000;
const mostInAll = 100_000_000;
const largestRequest = 3 * 1024 * 1024;

/** Compiles the rules of a sound schema, and adds up what they may cost. */
export function checkDefinitionRules(
  schema: JsonObject,
  path: FieldPath,
  faulty: ReadonlySet<JsonObject>,
  report: DefinitionReport,
  context: RuleContext,
): Gap[] {
  const check = new RulesCheck(faulty, report, context);
  check.visit(schemaNode(schema), true, { times: 1, uncorrelated: undefined, path });
  if (check.total > mostInAll) {
    report.say(
      path,
      `must have rules that together cost at most ${mostInAll} by the API server's estimate, ${advice}`,
    );
  }
  return check.gaps;
}

const advice = 'which maxItems, maxProperties and maxLength keep down';

interface Place {
  /** How often the schema's values can occur in an object; undefined when nothing limits it. */
  readonly times: number | undefined;
  /** The first schema above whose values cannot be told apart between two versions of an object. */
  readonly uncorrelated: FieldPath | undefined;
  readonly path: FieldPath;
}

class RulesCheck {
  total = 0;
  readonly gaps: Gap[] = [];
  private readonly faulty: ReadonlySet<JsonObject>;
  private readonly report: DefinitionReport;
  private readonly context: RuleContext;

  constructor(faulty: ReadonlySet<JsonObject>, report: DefinitionReport, context: RuleContext) {
    this.faulty = faulty;
    this.report = report;
    this.context = context;
  }

  visit(schema: SchemaNode, isRoot: boolean, place: Place): void {
    if (schema.validations.length > 0 && !this.faulty.has(schema.source))
      this.checkRules(schema, isRoot, place);
    const { path } = place;
    const times = timesBelow(schema, place.times);
    const isAtomic = schema.source['x-kubernetes-map-type'] === 'atomic';
    const inFields = place.uncorrelated ?? (isAtomic ? path : undefined);
    for (const [name, property] of schema.properties) {
      this.visit(property, false, {
        times,
        uncorrelated: inFields,
        path: child(child(path, 'properties'), name),
      });
    }
    if (typeof schema.additional === 'object') {
      const at = child(path, 'additionalProperties');
      this.visit(schema.additional, false, { times, uncorrelated: place.uncorrelated, path: at });
    }
    if (!schema.items) return;
    const inItems = place.uncorrelated ?? (schema.listType === 'map' ? undefined : path);
    this.visit(schema.items, false, { times, uncorrelated: inItems, path: child(path, 'items') });
  }

  private checkRules(schema: SchemaNode, isRoot: boolean, place: Place): void {
    const list = child(place.path, 'x-kubernetes-validations');
    const type = ruleType(schema, isRoot || schema.embedded, 'self');
    if (!type) {
      this.report.say(list, 'must not be set for a schema without a type, whose values rules cannot see');
      return;
    }
    const times = place.times ?? Math.floor(largestRequest / ((type.leastBytes ?? 0) + 1));
    for (const rule of schema.validations) {
      if (rule.rule.trim() === '') continue;
      const at = child(list, rule.index);
      this.checkRule(compileRule(rule, type, this.context.minor), times, place, at);
    }
  }

  private checkRule(compiled: CompiledRule, times: number, place: Place, path: FieldPath): void {
    const { rule, program, messageProgram } = compiled;
    const at = child(path, 'rule');
    if ('unread' in program) this.gap(rule.rule, program.unread, at);
    else if ('invalid' in program) this.report.say(at, `must compile: ${program.invalid}`);
    else {
      if (program.type.kind !== 'bool') this.report.say(at, 'must give true or false');
      else {
        this.addCost(program.estimate() * times, at);
        this.checkMessage(compiled, path);
      }
      this.checkOldSelf(compiled, program.reads.has('oldSelf'), place, path);
    }
    if (messageProgram && 'unread' in messageProgram)
      this.gap(rule.messageExpression ?? '', messageProgram.unread, at);
  }

  private checkMessage({ messageProgram }: CompiledRule, path: FieldPath): void {
    const at = child(path, 'messageExpression');
    if (!messageProgram || 'unread' in messageProgram) return;
    if ('invalid' in messageProgram) this.report.say(at, `must compile: ${messageProgram.invalid}`);
    else if (messageProgram.type.kind !== 'string') this.report.say(at, 'must give a string');
    else this.addCost(messageProgram.estimate(), at);
  }

  private addCost(cost: number, path: FieldPath): void {
    this.total += cost;
    if (cost <= mostPerRule) return;
    const factor = cost / mostPerRule;
    const words = factor > 100 ? 'more than 100 times' : `${factor.toFixed(1)} times`;
    this.report.say(
      path,
      `must cost at most ${mostPerRule} by the API server's estimate, and may cost ${words} that, ${advice}`,
    );
  }

  private checkOldSelf({ rule }: CompiledRule, isUsed: boolean, place: Place, path: FieldPath): void {
    if (isUsed && place.uncorrelated) {
      this.report.say(
        child(path, 'rule'),
        `must not use oldSelf within ${formatPath(place.uncorrelated)}, whose parts have no identity`,
      );
    } else if (!isUsed && rule.optionalOldSelf !== undefined) {
      this.report.say(child(path, 'optionalOldSelf'), 'must only be set where the rule uses oldSelf');
    }
  }

  private gap(expression: string, why: string, path: FieldPath): void {
    this.gaps.push({ what: `the rule ${expression}`, why, path });
  }
}

/** Values of fields occur as often as their object, those of lists and maps up to a limit more often. */
function timesBelow(schema: SchemaNode, times: number | undefined): number | undefined {
  const most = mostElements(schema);
  return times === undefined || most === undefined ? undefined : times * most;
}

function mostElements(schema: SchemaNode): number | undefined {
  const { maxItems, maxProperties } = schema.bounds;
  if (schema.type === 'array') return maxItems === undefined ? undefined : Math.max(0, maxItems);
  if (schema.type !== 'object' || schema.additional === undefined) return 1;
  return maxProperties === undefined ? undefined : Math.max(0, maxProperties);
}
