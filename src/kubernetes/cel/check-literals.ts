import { Regex, regexOf } from '../re2/regex.ts';
import { CelTypeError } from './errors.ts';
import type { Call, Expression } from './expression.ts';
import { accepts, type Overload } from './overload.ts';
import { type CelType, dynType, formatType, sameType } from './types.ts';
import { CelError } from './value.ts';

/** Types and overloads that checking has found. */
export interface Found {
  readonly types: ReadonlyMap<Expression, CelType>;
  readonly overloads: ReadonlyMap<Call, readonly Overload[]>;
}

/**
 * What cel-go finds out about literals before anything runs (its `ASTValidators`, and the conversions of constants).
 * @throws CelTypeError
 */
export function checkLiterals(root: Expression, found: Found): void {
  visit(root, found, false);
}

function visit(expression: Expression, found: Found, inFormat: boolean): void {
  // Arguments of format() may be of all sorts.
  if (!inFormat && (expression.op === 'list' || expression.op === 'map')) checkAlike(expression, found);
  if (expression.op === 'call') checkCall(expression, found);
  const isFormat = inFormat || (expression.op === 'call' && expression.name === 'format');
  for (const part of partsOf(expression)) visit(part, found, isFormat);
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'literal':
    case 'ident':
      return [];
    case 'select':
      return [expression.operand];
    case 'call':
      return expression.target ? [expression.target, ...expression.args] : expression.args;
    case 'list':
      return expression.items;
    case 'map':
      return expression.entries.flat();
    case 'comprehension':
      return [expression.range, expression.init, expression.condition, expression.step, expression.result];
    case 'grow':
      return [expression.accumulator, ...expression.items];
  }
}

function checkAlike(literal: Expression & { op: 'list' | 'map' }, { types }: Found): void {
  const groups =
    literal.op === 'list'
      ? [literal.items]
      : [literal.entries.map(([key]) => key), literal.entries.map(([, value]) => value)];
  for (const group of groups) {
    const [first, ...others] = group.map((member) => types.get(member) ?? dynType);
    const odd = others.find((type) => first && !sameType(first, type));
    if (first && odd)
      throw new CelTypeError(`expected type '${formatType(first)}' but found '${formatType(odd)}'`);
  }
}

const conversions = new Set(['bool', 'bytes', 'double', 'duration', 'int', 'string', 'timestamp', 'uint']);

function checkCall(call: Call, found: Found): void {
  const { name, args, target } = call;
  const pattern = name === 'matches' && !target ? args[1] : args[0];
  const isPattern = name === 'matches' || (target && (name === 'find' || name === 'findAll'));
  if (isPattern && pattern?.op === 'literal' && typeof pattern.value === 'string') {
    const regex = regexOf(pattern.value);
    if (!(regex instanceof Regex) && 'invalid' in regex) {
      throw new CelTypeError(`invalid ${name} argument: ${regex.invalid}`);
    }
  }
  if (!target && conversions.has(name)) convertConstant(call, found);
  if (name === 'format') checkFormat(call, found);
}

function convertConstant(call: Call, { overloads }: Found): void {
  const [only] = call.args;
  if (only?.op !== 'literal' || call.args.length !== 1) return;
  const { value } = only;
  const overload = overloads.get(call)?.find(({ params: [param] }) => param && accepts(param, value));
  try {
    overload?.call([value]);
  } catch (error) {
    if (error instanceof CelError) throw new CelTypeError(error.message);
    throw error;
  }
}

const textual = 'list map int uint double bool string timestamp bytes duration type null';
const verbs: Readonly<Record<string, string | undefined>> = {
  s: textual,
  d: 'int uint',
  f: 'double string',
  e: 'double string',
  b: 'int uint bool',
  x: 'int uint string bytes',
  X: 'int uint string bytes',
  o: 'int uint',
};

function checkFormat({ target, args }: Call, { types }: Found): void {
  const [list] = args;
  if (target?.op !== 'literal' || typeof target.value !== 'string' || list?.op !== 'list') return;
  let next = 0;
  for (const [clause, , verb = ''] of target.value.matchAll(/%(?:%|(?:\.(\d+))?([a-zA-Z])?)/g)) {
    if (clause === '%%') continue;
    const item = list.items[next];
    next += 1;
    if (!item) throw new CelTypeError(`index ${next - 1} out of range`);
    const kind = (types.get(item) ?? dynType).kind;
    const allowed = verbs[verb];
    if (allowed === undefined)
      throw new CelTypeError(`error during formatting: unrecognized formatting clause "${verb}"`);
    if (kind !== 'dyn' && !allowed.split(' ').includes(kind)) {
      throw new CelTypeError(`error during formatting: clause %${verb} cannot be used on ${kind}`);
    }
  }
  if (list.items.length > next) {
    throw new CelTypeError(
      `too many arguments supplied to string.format (expected ${next}, got ${list.items.length})`,
    );
  }
}
