import type { Checked } from './check.ts';
import { type CallSizes, estimateCall } from './cost-of-call.ts';
import type { Call, Comprehension, Expression, Grow, Select } from './expression.ts';
import type { Overload } from './overload.ts';
import { add, exactly, type Range, times, union } from './size.ts';
import { Sizes } from './sizes.ts';
import { type CelType, dynType, unwrapOptional } from './types.ts';

// Kubernetes refuses rules by this estimate, so it is followed to the letter, odd corners included:
// https://github.com/google/cel-go/blob/v0.26.0/checker/cost.go
// https://github.com/kubernetes/apiserver/blob/v0.34.3/pkg/cel/library/cost.go

const free = exactly(0);
const nominal = exactly(1);
const listBase = exactly(10);
const mapBase = exactly(30);

/** The most that running the expression can cost. */
export function estimateCost(
  expression: Expression,
  checked: Checked,
  variables: ReadonlyMap<string, CelType>,
): number {
  const [root = dynType] = variables.values();
  return new Estimator(checked, new Sizes(checked.types, root)).cost(expression).max;
}

class Estimator {
  private readonly checked: Checked;
  private readonly sizes: Sizes;

  constructor(checked: Checked, sizes: Sizes) {
    this.checked = checked;
    this.sizes = sizes;
  }

  cost(expression: Expression): Range {
    switch (expression.op) {
      case 'literal':
        return free;
      case 'ident':
        this.sizes.enterName(expression);
        return nominal;
      case 'select':
        return this.costOfSelect(expression);
      case 'call':
        return this.costOfCall(expression);
      case 'list':
        return this.costOfList(expression);
      case 'map':
        return this.costOfMap(expression);
      case 'comprehension':
        return expression.variable === '#unused'
          ? this.costOfBinding(expression)
          : this.costOfLoop(expression);
      case 'grow':
        return this.costOfGrow(expression);
    }
  }

  /** The cost of an argument. Its size is found at once: what follows may change its path. */
  private costOfArgument(argument: Expression): Range {
    const cost = this.cost(argument);
    this.sizes.sizeOf(argument);
    return cost;
  }

  private costOfSelect(select: Select): Range {
    const operand = this.cost(select.operand);
    if (select.form === 'presence') return operand;
    if (select.form === 'optional') {
      // It is a call, and calls have no path.
      this.sizes.sizeOf(select.operand);
      return add(operand, nominal);
    }
    this.sizes.setPath(select, this.sizes.pathOf(select.operand).append(select.field));
    const type = this.checked.types.get(select.operand) ?? dynType;
    return type.kind === 'map' || type.kind === 'object' ? add(operand, nominal) : operand;
  }

  private costOfList(list: Expression & { op: 'list' }): Range {
    let cost = listBase;
    const items: Range[] = [];
    for (const item of list.items) {
      cost = add(cost, this.cost(item));
      items.push(this.sizes.sizeOrUnknown(item));
    }
    this.sizes.setEntries(list, { of: 'list', key: nominal, value: unionOf(items) });
    return cost;
  }

  private costOfMap(map: Expression & { op: 'map' }): Range {
    let cost = mapBase;
    const keys: Range[] = [];
    const values: Range[] = [];
    for (const [key, value] of map.entries) {
      cost = add(cost, add(this.cost(key), this.cost(value)));
      keys.push(this.sizes.sizeOrUnknown(key));
      values.push(this.sizes.sizeOrUnknown(value));
    }
    this.sizes.setEntries(map, { of: 'map', key: unionOf(keys), value: unionOf(values) });
    return cost;
  }

  private costOfBinding(loop: Comprehension): Range {
    const cost = add(this.cost(loop.range), this.cost(loop.init));
    this.sizes.pushBinding(loop.accumulator, loop.init);
    const result = this.cost(loop.result);
    this.sizes.pop(loop.accumulator);
    this.sizes.copy(loop, loop.result);
    return add(cost, result);
  }

  private costOfLoop(loop: Comprehension): Range {
    const { sizes } = this;
    let cost = add(this.cost(loop.range), this.cost(loop.init));
    sizes.pushBinding(loop.accumulator, loop.init);
    sizes.pushLoop(loop);
    const once = add(this.cost(loop.condition), this.cost(loop.step));
    sizes.pop(loop.variable);
    if (loop.second !== undefined) sizes.pop(loop.second);
    cost = add(cost, this.cost(loop.result));
    sizes.pop(loop.accumulator);
    const count = sizes.sizeOrUnknown(loop.range);
    sizes.setLoop(loop, count);
    return add(cost, times(count, once));
  }

  private costOfGrow(grow: Grow): Range {
    const accumulator = this.costOfArgument(grow.accumulator);
    const items = grow.items.map((item) => this.costOfArgument(item)).reduce(add, free);
    if (grow.into === 'map') return add(add(accumulator, items), nominal);
    const [item] = grow.items;
    const value = item ? this.sizes.sizeOrUnknown(item) : free;
    this.sizes.setJoined(grow, grow.accumulator, { of: 'list', key: nominal, value });
    return add(add(accumulator, add(items, listBase)), nominal);
  }

  private costOfCall(call: Call): Range {
    const { sizes } = this;
    const [first] = call.args;
    if (call.name === 'dyn' && !call.target && first) {
      const inner = this.cost(first);
      sizes.copy(call, first);
      return add(inner, nominal);
    }
    const argCosts = call.args.map((arg) => this.costOfArgument(arg));
    const overloads = this.checked.overloads.get(call) ?? [];
    const isMember = overloads[0]?.isMember === true && call.target !== undefined;
    const target = isMember ? call.target : undefined;
    const before = target ? this.costOfArgument(target) : free;
    const estimates = overloads.map((overload) =>
      estimateCall(this.describe(call, overload, target), argCosts),
    );
    let size: Range | undefined;
    for (const estimate of estimates) {
      if (estimate.size) size = size ? union(size, estimate.size) : estimate.size;
    }
    this.keepSize(call, size, overloads);
    return add(before, unionOf(estimates.map(({ cost }) => cost)));
  }

  private keepSize(call: Call, size: Range | undefined, overloads: readonly Overload[]): void {
    const { sizes } = this;
    const [first, second, third] = call.args;
    if (call.name === '_?_:_' && second && third) sizes.setUnion(call, second, third);
    if (call.name === '_+_' && first && second) sizes.setUnion(call, first, second);
    if (call.name === '_[_]' && first) {
      const into = overloads[0]?.params[0];
      if (into && !unwrapOptional(into)) {
        sizes.setPath(call, sizes.pathOf(first).append(into.kind === 'list' ? '@items' : '@values'));
        sizes.setSize(call, sizes.entriesOf(first)?.value ?? sizes.sizeOf(call));
        return;
      }
    }
    sizes.setSize(call, size ?? sizes.sizeOf(call));
  }

  private describe(call: Call, overload: Overload, target: Expression | undefined): CallSizes {
    const { sizes, checked } = this;
    return {
      name: overload.name,
      overload,
      target,
      args: call.args,
      sizeOf: (expression) => sizes.sizeOrUnknown(expression),
      elementSizeOf: (expression) => sizes.elementSizeOf(expression),
      typeOf: (expression) => checked.types.get(expression) ?? dynType,
    };
  }
}

function unionOf(ranges: readonly Range[]): Range {
  const [first, ...others] = ranges;
  return first ? others.reduce(union, first) : free;
}
