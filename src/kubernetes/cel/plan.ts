import type { Checked } from './check.ts';
import type { Call, Comprehension, Expression, Grow, Select } from './expression.ts';
import { entryAt, lookUp } from './operators.ts';
import { accepts, noOverload, type Overload } from './overload.ts';
import { qualifiedName } from './qualified-name.ts';
import { isTypeName } from './type-names.ts';
import {
  CelBudgetError,
  CelError,
  type CelValue,
  ListValue,
  MapValue,
  ObjectValue,
  OptionalValue,
  TypeValue,
} from './value.ts';

/** Values of variables during one evaluation, and how much may still be done. */
export class Frame {
  readonly slots: (CelValue | CelError)[];
  private steps: number;

  constructor(values: readonly CelValue[], steps: number) {
    this.slots = [...values];
    this.steps = steps;
  }

  /** @throws CelBudgetError when there were more than allowed */
  spend(steps: number): void {
    this.steps -= steps;
    if (this.steps < 0) throw new CelBudgetError();
  }

  get left(): number {
    return this.steps;
  }
}

/** A part of an expression, ready to run. */
export type Run = (frame: Frame) => CelValue;

/** Makes an expression ready to run. `roots` are the names of the variables in the order of their values. */
export function planExpression(expression: Expression, checked: Checked, roots: readonly string[]): Run {
  return new Planner(checked, [...roots]).plan(expression);
}

class Planner {
  /** Names by slot; those of inner loops come last. */
  private readonly names: string[];
  private readonly checked: Checked;

  constructor(checked: Checked, names: string[]) {
    this.checked = checked;
    this.names = names;
  }

  plan(expression: Expression): Run {
    switch (expression.op) {
      case 'literal': {
        const { value } = expression;
        return () => value;
      }
      case 'ident':
        return this.planName(expression.name);
      case 'select':
        return this.planSelect(expression);
      case 'call':
        return this.planCall(expression);
      case 'list': {
        const items = expression.items.map((item) => this.plan(item));
        return (frame) => new ListValue(items.map((item) => item(frame)));
      }
      case 'map':
        return this.planMap(expression.entries);
      case 'comprehension':
        return this.planLoop(expression);
      case 'grow':
        return this.planGrow(expression);
    }
  }

  private planName(name: string): Run {
    const slot = this.names.lastIndexOf(name);
    if (slot < 0) {
      const type = new TypeValue(name);
      return () => type;
    }
    return (frame) => {
      const value = frame.slots[slot];
      if (value instanceof CelError) throw value;
      if (value === undefined) throw new CelError(`no such attribute: ${name}`);
      return value;
    };
  }

  private planSelect(select: Select): Run {
    const name = qualifiedName(select);
    if (name !== undefined && select.form === 'value' && isTypeName(name)) return this.planName(name);
    const operand = this.plan(select.operand);
    const { field } = select;
    if (select.form === 'presence') return (frame) => isPresent(operand(frame), field);
    const isOptional = select.form === 'optional';
    return (frame) => {
      frame.spend(1);
      const value = operand(frame);
      if (value instanceof OptionalValue) {
        return new OptionalValue(value.value === undefined ? undefined : lookUp(value.value, field));
      }
      return isOptional ? new OptionalValue(lookUp(value, field)) : entryAt(value, field);
    };
  }

  private planCall(call: Call): Run {
    const args = call.args.map((arg) => this.plan(arg));
    const [first, second, third] = args;
    if (call.name === '_?_:_' && first && second && third) return planConditional(first, second, third);
    if (call.name === '_&&_' && first && second) return planLogical(first, second, false);
    if (call.name === '_||_' && first && second) return planLogical(first, second, true);
    if (call.name === '@not_strictly_false' && first) return planNotStrictlyFalse(first);
    const overloads = this.checked.overloads.get(call) ?? [];
    const isMember = overloads[0]?.isMember === true && call.target !== undefined;
    const all = isMember && call.target ? [this.plan(call.target), ...args] : args;
    const optional = planOptional(call.name, isMember, all);
    return (
      optional ??
      ((frame) =>
        invoke(
          overloads,
          all.map((arg) => arg(frame)),
          frame,
        ))
    );
  }

  private planMap(entries: readonly (readonly [Expression, Expression])[]): Run {
    const planned = entries.map(([key, value]) => [this.plan(key), this.plan(value)] as const);
    return (frame) => {
      const map = new MapValue();
      for (const [key, value] of planned) {
        map.set(key(frame), value(frame));
      }
      return map;
    };
  }

  private planLoop(loop: Comprehension): Run {
    const range = this.plan(loop.range);
    const init = this.plan(loop.init);
    const depth = this.names.length;
    this.names.push(loop.accumulator, loop.variable, ...(loop.second === undefined ? [] : [loop.second]));
    const condition = this.plan(loop.condition);
    const step = this.plan(loop.step);
    this.names.length = depth + 1;
    const result = this.plan(loop.result);
    this.names.length = depth;
    const hasSecond = loop.second !== undefined;
    return (frame) => {
      const items = itemsOf(range(frame), hasSecond);
      frame.slots[depth] = fresh(init(frame));
      for (const [key, value] of items) {
        frame.spend(1);
        frame.slots[depth + 1] = key;
        if (hasSecond) frame.slots[depth + 2] = value;
        if (condition(frame) !== true) break;
        frame.slots[depth] = attempt(step, frame);
      }
      return result(frame);
    };
  }

  private planGrow(grow: Grow): Run {
    const accumulator = this.plan(grow.accumulator);
    const items = grow.items.map((item) => this.plan(item));
    return (frame) => {
      const into = accumulator(frame);
      const values = items.map((item) => item(frame));
      if (into instanceof GrowingList) into.push(values[0] ?? null);
      else if (into instanceof MapValue) insert(into, values);
      else throw noOverload();
      return into;
    };
  }
}

/** The list that `map` and `filter` fill: copying it for each item would take quadratic time. */
class GrowingList extends ListValue {
  private readonly growing: CelValue[];

  constructor() {
    const items: CelValue[] = [];
    super(items);
    this.growing = items;
  }

  push(item: CelValue): void {
    this.growing.push(item);
  }
}

/** An accumulator of its own for each time that the loop runs. */
function fresh(value: CelValue): CelValue {
  if (value instanceof ListValue && value.items.length === 0) return new GrowingList();
  return value;
}

function insert(map: MapValue, [key = null, value]: readonly CelValue[]): void {
  const entries =
    value === undefined && key instanceof MapValue ? key.entries() : [[key, value ?? null] as const];
  for (const [name, content] of entries) {
    if (!map.set(name, content)) throw new CelError('insert failed: key already exists');
  }
}

function attempt(run: Run, frame: Frame): CelValue | CelError {
  try {
    return run(frame);
  } catch (error) {
    if (error instanceof CelError) return error;
    throw error;
  }
}

function itemsOf(range: CelValue, hasSecond: boolean): Iterable<readonly [CelValue, CelValue]> {
  if (range instanceof MapValue) return range.entries();
  if (!(range instanceof ListValue)) throw noOverload();
  return range.items.map((item, index) => (hasSecond ? [BigInt(index), item] : [item, item]));
}

function isPresent(operand: CelValue, field: string): boolean {
  if (operand instanceof OptionalValue) return operand.value !== undefined && isPresent(operand.value, field);
  if (operand instanceof MapValue || operand instanceof ObjectValue)
    return lookUp(operand, field) !== undefined;
  throw noOverload();
}

function planConditional(condition: Run, yes: Run, no: Run): Run {
  return (frame) => {
    const chosen = condition(frame);
    if (typeof chosen !== 'boolean') throw noOverload();
    return chosen ? yes(frame) : no(frame);
  };
}

/** Either side decides alone, even where the other is an error. */
function planLogical(left: Run, right: Run, decisive: boolean): Run {
  return (frame) => {
    const first = attempt(left, frame);
    if (first === decisive) return decisive;
    const second = attempt(right, frame);
    if (second === decisive) return decisive;
    if (first instanceof CelError) throw first;
    if (second instanceof CelError) throw second;
    if (typeof first !== 'boolean' || typeof second !== 'boolean') throw noOverload();
    return !decisive;
  };
}

function planNotStrictlyFalse(operand: Run): Run {
  return (frame) => attempt(operand, frame) !== false;
}

/** `or` and `orValue` look at their argument only where they need it. */
function planOptional(name: string, isMember: boolean, [target, other]: readonly Run[]): Run | undefined {
  if (!isMember || !target || !other || (name !== 'or' && name !== 'orValue')) return undefined;
  return (frame) => {
    const optional = target(frame);
    if (!(optional instanceof OptionalValue)) throw noOverload();
    if (optional.value === undefined) return other(frame);
    return name === 'or' ? optional : optional.value;
  };
}

function invoke(overloads: readonly Overload[], args: readonly CelValue[], frame: Frame): CelValue {
  frame.spend(1 + args.reduce((sum: number, arg) => sum + weight(arg), 0));
  for (const overload of overloads) {
    if (overload.params.every((param, index) => accepts(param, args[index] ?? null)))
      return overload.call(args);
  }
  throw noOverload();
}

/** What looking at a value costs, roughly. */
function weight(value: CelValue): number {
  if (typeof value === 'string') return value.length / 10;
  return value instanceof ListValue ? value.items.length / 10 : 0;
}
