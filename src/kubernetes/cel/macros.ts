import type { Call, Expression } from './expression.ts';
import { boolType, intType } from './types.ts';
import type { CelValue } from './value.ts';

/** A macro that is not written as it must be. */
export class MacroError extends Error {}

// https://github.com/google/cel-spec/blob/master/doc/langdef.md#macros and cel-go's ext.TwoVarComprehensions
const accumulator = '@result';
const yes: Expression = { op: 'literal', value: true, type: boolType };
const no: Expression = { op: 'literal', value: false, type: boolType };

/** A node of its own for each place: types and sizes are kept by node. */
function accu(): Expression {
  return { op: 'ident', name: accumulator };
}

type Expand = (range: Expression, args: readonly Expression[]) => Expression;

/** By name and number of arguments. */
const macros: ReadonlyMap<string, Expand> = new Map<string, Expand>([
  ['all 2', quantifier(all, 1)],
  ['all 3', quantifier(all, 2)],
  ['exists 2', quantifier(exists, 1)],
  ['exists 3', quantifier(exists, 2)],
  ['exists_one 2', quantifier(existsOne, 1)],
  ['exists_one 3', quantifier(existsOne, 2)],
  ['existsOne 3', quantifier(existsOne, 2)],
  ['map 2', (range, [name, item]) => collect(range, [name], undefined, grow('list', item))],
  ['map 3', (range, [name, filter, item]) => collect(range, [name], filter, grow('list', item))],
  ['filter 2', (range, [name, filter]) => collect(range, [name], filter, grow('list', name))],
  ['transformList 3', (range, [a, b, item]) => collect(range, [a, b], undefined, grow('list', item))],
  ['transformList 4', (range, [a, b, filter, item]) => collect(range, [a, b], filter, grow('list', item))],
  ['transformMap 3', (range, [a, b, item]) => collect(range, [a, b], undefined, grow('map', a, item))],
  ['transformMap 4', (range, [a, b, filter, item]) => collect(range, [a, b], filter, grow('map', a, item))],
  ['transformMapEntry 3', (range, [a, b, entry]) => collect(range, [a, b], undefined, grow('map', entry))],
  [
    'transformMapEntry 4',
    (range, [a, b, filter, entry]) => collect(range, [a, b], filter, grow('map', entry)),
  ],
  ['optMap 2', (range, args) => optional(range, args, true)],
  ['optFlatMap 2', (range, args) => optional(range, args, false)],
]);

const withTwoVariables =
  /^(?:all 3|exists 3|exists_one 3|existsOne 3|transformList [34]|transformMap [34]|transformMapEntry [34])$/;
const twoVariablesSince = 33;

/**
 * What a macro stands for; undefined when the call is none.
 * @param minor of Kubernetes 1.x: macros with two variables are younger than the others
 * @throws MacroError
 */
export function expandMacro({ name, target, args }: Call, minor: number): Expression | undefined {
  const key = `${name} ${args.length}`;
  if (!target || (minor < twoVariablesSince && withTwoVariables.test(key))) return undefined;
  return macros.get(key)?.(target, args);
}

/** `has(a.b)`. @throws MacroError for anything but a field */
export function presence(field: Expression): Expression {
  if (field.op !== 'select' || field.form !== 'value')
    throw new MacroError('has() takes a field, such as has(self.name)');
  return { ...field, form: 'presence' };
}

function call(name: string, args: readonly Expression[], target?: Expression): Expression {
  return { op: 'call', name, target, args };
}

function variable(expression: Expression | undefined): string {
  if (expression?.op === 'ident') return expression.name;
  throw new MacroError('the first argument of a macro must be a simple name');
}

interface Fold {
  readonly init: Expression;
  readonly condition: Expression;
  readonly step: Expression;
  readonly result: Expression;
}

function fold(range: Expression, names: readonly (Expression | undefined)[], parts: Fold): Expression {
  const [first, second] = names.map(variable);
  return { op: 'comprehension', range, variable: first ?? '', second, accumulator, ...parts };
}

function quantifier(parts: (predicate: Expression) => Fold, variables: number): Expand {
  return (range, args) => {
    const predicate = args[variables];
    if (!predicate) throw new MacroError('a macro misses its last argument');
    return fold(range, args.slice(0, variables), parts(predicate));
  };
}

function all(predicate: Expression): Fold {
  const condition = call('@not_strictly_false', [accu()]);
  return { init: yes, condition, step: call('_&&_', [accu(), predicate]), result: accu() };
}

function exists(predicate: Expression): Fold {
  const condition = call('@not_strictly_false', [call('!_', [accu()])]);
  return { init: no, condition, step: call('_||_', [accu(), predicate]), result: accu() };
}

function existsOne(predicate: Expression): Fold {
  const one = int(1n);
  const step = call('_?_:_', [predicate, call('_+_', [accu(), one]), accu()]);
  return { init: int(0n), condition: yes, step, result: call('_==_', [accu(), one]) };
}

function int(value: CelValue): Expression {
  return { op: 'literal', value, type: intType };
}

function grow(into: 'list' | 'map', ...items: readonly (Expression | undefined)[]): Expression {
  const present = items.filter((item) => item !== undefined);
  return { op: 'grow', accumulator: accu(), items: present, into };
}

function collect(
  range: Expression,
  names: readonly (Expression | undefined)[],
  filter: Expression | undefined,
  added: Expression,
): Expression {
  const isMap = added.op === 'grow' && added.into === 'map';
  const init: Expression = isMap ? { op: 'map', entries: [] } : { op: 'list', items: [] };
  const step = filter ? call('_?_:_', [filter, added, accu()]) : added;
  return fold(range, names, { init, condition: yes, step, result: accu() });
}

/** `target.optMap(v, e)`: e, with v for the target's value, where there is one. */
function optional(target: Expression, [name, body]: readonly Expression[], wraps: boolean): Expression {
  if (!body) throw new MacroError('a macro misses its last argument');
  const bound: Expression = {
    op: 'comprehension',
    range: { op: 'list', items: [] },
    variable: '#unused',
    second: undefined,
    accumulator: variable(name),
    init: call('value', [], target),
    condition: no,
    step: { op: 'ident', name: variable(name) },
    result: body,
  };
  const some = wraps ? call('optional.of', [bound]) : bound;
  return call('_?_:_', [call('hasValue', [], target), some, call('optional.none', [])]);
}
