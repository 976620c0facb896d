import { checkLiterals } from './check-literals.ts';
import { CelTypeError, UnknownFunctionError } from './errors.ts';
import type { Call, Comprehension, Expression, Grow, Select } from './expression.ts';
import { isBeyondLibrary, overloadsNamed } from './library.ts';
import type { Overload } from './overload.ts';
import { qualifiedName } from './qualified-name.ts';
import { isTypeName } from './type-names.ts';
import {
  boolType,
  type CelType,
  dynType,
  errorType,
  firstParam,
  formatType,
  intType,
  listType,
  mapType,
  optionalType,
  sameType,
  secondParam,
  typeType,
  unwrapOptional,
} from './types.ts';
import { Bindings, isLessSpecific } from './unify.ts';

/** What is known of an expression after checking. */
export interface Checked {
  readonly type: CelType;
  readonly types: ReadonlyMap<Expression, CelType>;
  /** The ways to call that fit the types, for each call. */
  readonly overloads: ReadonlyMap<Call, readonly Overload[]>;
  /** Names of the variables that it reads. */
  readonly reads: ReadonlySet<string>;
}

/**
 * Finds types and overloads as cel-go's checker does.
 * @throws CelTypeError, UnknownFunctionError
 */
export function checkExpression(
  expression: Expression,
  variables: ReadonlyMap<string, CelType>,
  minor: number,
): Checked {
  const checker = new Checker(variables, minor);
  const type = checker.finish(expression);
  return { type, types: checker.types, overloads: checker.overloads, reads: checker.reads };
}

class Checker {
  readonly types = new Map<Expression, CelType>();
  readonly overloads = new Map<Call, readonly Overload[]>();
  readonly reads = new Set<string>();
  private readonly bindings = new Bindings();
  /** Variables of macros, the innermost last. */
  private readonly scopes: { readonly name: string; readonly type: CelType }[] = [];
  private readonly variables: ReadonlyMap<string, CelType>;
  private readonly minor: number;

  constructor(variables: ReadonlyMap<string, CelType>, minor: number) {
    this.variables = variables;
    this.minor = minor;
  }

  finish(expression: Expression): CelType {
    const type = this.bindings.resolve(this.check(expression), 'dyn');
    for (const [part, found] of this.types) this.types.set(part, this.bindings.resolve(found, 'dyn'));
    checkLiterals(expression, this);
    return type;
  }

  private check(expression: Expression): CelType {
    const type = this.typeOf(expression);
    this.types.set(expression, type);
    return type;
  }

  private typeOf(expression: Expression): CelType {
    switch (expression.op) {
      case 'literal':
        return expression.type;
      case 'ident':
        return this.checkName(expression.name);
      case 'select':
        return this.checkSelect(expression);
      case 'call':
        return this.checkCall(expression);
      case 'list':
        return listType(this.join(expression.items));
      case 'map': {
        const keys = this.join(expression.entries.map(([key]) => key));
        return mapType(keys, this.join(expression.entries.map(([, value]) => value)));
      }
      case 'comprehension':
        return this.checkComprehension(expression);
      case 'grow':
        return this.checkGrow(expression);
    }
  }

  private checkName(name: string): CelType {
    const local = this.scopes.findLast((scope) => scope.name === name);
    if (local) return local.type;
    const type = this.variables.get(name);
    if (type) {
      this.reads.add(name);
      return type;
    }
    if (isTypeName(name)) return typeType;
    throw new CelTypeError(`undeclared reference to '${name}'`);
  }

  private checkSelect(select: Select): CelType {
    const name = select.form === 'value' ? qualifiedName(select) : undefined;
    if (name !== undefined && isTypeName(name)) return typeType;
    const operand = this.bindings.resolve(this.check(select.operand));
    const inner = unwrapOptional(operand);
    const type = this.fieldOf(inner ?? operand, select.field);
    if (select.form === 'presence') return boolType;
    return inner || select.form === 'optional' ? optionalType(type) : type;
  }

  private fieldOf(target: CelType, field: string): CelType {
    switch (target.kind) {
      case 'map':
        return secondParam(target);
      case 'object': {
        const type = target.fields?.get(field);
        if (!type) throw new CelTypeError(`undefined field '${field}'`);
        return type;
      }
      case 'param':
        this.bindings.assignAll([dynType], [target]);
        return dynType;
      case 'dyn':
      case 'error':
        return dynType;
      default:
        throw new CelTypeError(`type '${formatType(target)}' does not support field selection`);
    }
  }

  private checkCall(call: Call): CelType {
    if (isBeyondLibrary(call.name)) throw new UnknownFunctionError(call.name);
    const args = call.args.map((arg) => this.check(arg));
    const prefix = call.target && qualifiedName(call.target);
    const qualified = prefix === undefined ? undefined : `${prefix}.${call.name}`;
    if (qualified !== undefined && overloadsNamed(qualified, this.minor).length > 0) {
      return this.resolve(call, qualified, false, args);
    }
    if (qualified !== undefined && isBeyondLibrary(qualified)) throw new UnknownFunctionError(qualified);
    const target = call.target && this.check(call.target);
    return this.resolve(call, call.name, target !== undefined, target ? [target, ...args] : args);
  }

  private resolve(call: Call, name: string, isMember: boolean, args: readonly CelType[]): CelType {
    const all = overloadsNamed(name, this.minor);
    if (all.length === 0) {
      if (isBeyondLibrary(name)) throw new UnknownFunctionError(name);
      throw new CelTypeError(`undeclared reference to '${name}'`);
    }
    const fitting: Overload[] = [];
    let result: CelType | undefined;
    for (const overload of all) {
      if (overload.isMember !== isMember || overload.params.length !== args.length) continue;
      const type = this.apply(overload, args);
      if (!type) continue;
      fitting.push(overload);
      if (!result) result = type;
      else if (result.kind !== 'dyn' && !sameType(result, type)) result = dynType;
    }
    if (!result) {
      const words = args.map((arg) => formatType(this.bindings.resolve(arg, 'dyn')));
      const signature = isMember ? `${words[0]}.(${words.slice(1).join(', ')})` : `(${words.join(', ')})`;
      throw new CelTypeError(`found no matching overload for '${name}' applied to '${signature}'`);
    }
    this.overloads.set(call, fitting);
    return result;
  }

  /** The type of a call by this overload; undefined when the arguments do not fit. */
  private apply(overload: Overload, args: readonly CelType[]): CelType | undefined {
    const fresh = new Map<string, CelType>();
    const params = overload.params.map((param) => this.instantiate(param, fresh));
    if (!this.bindings.assignAll(args, params)) return undefined;
    return this.bindings.resolve(this.instantiate(overload.result, fresh));
  }

  private instantiate(type: CelType, fresh: Map<string, CelType>): CelType {
    if (type.kind === 'param') {
      const known = fresh.get(type.name) ?? this.bindings.newParam();
      fresh.set(type.name, known);
      return known;
    }
    if (type.params.length === 0) return type;
    return { ...type, params: type.params.map((param) => this.instantiate(param, fresh)) };
  }

  private join(members: readonly Expression[]): CelType {
    let joined: CelType | undefined;
    for (const member of members) {
      const type = this.check(member);
      if (!joined) joined = type;
      else if (!this.bindings.assignAll([joined], [type])) joined = dynType;
      else if (!isLessSpecific(joined, type)) joined = type;
    }
    return joined ?? this.bindings.newParam();
  }

  private checkComprehension(loop: Comprehension): CelType {
    const range = this.bindings.resolve(this.check(loop.range));
    const accumulator = this.check(loop.init);
    const [first, second] = this.variablesOf(range, loop.second !== undefined);
    const depth = this.scopes.length;
    this.scopes.push({ name: loop.accumulator, type: accumulator }, { name: loop.variable, type: first });
    if (loop.second !== undefined) this.scopes.push({ name: loop.second, type: second });
    this.expect(loop.condition, boolType);
    this.expect(loop.step, accumulator);
    this.scopes.length = depth + 1;
    const result = this.bindings.resolve(this.check(loop.result));
    this.scopes.length = depth;
    return result;
  }

  private variablesOf(range: CelType, hasSecond: boolean): readonly [CelType, CelType] {
    switch (range.kind) {
      case 'list':
        return hasSecond ? [intType, firstParam(range)] : [firstParam(range), errorType];
      case 'map':
        return [firstParam(range), secondParam(range)];
      case 'param':
        this.bindings.assignAll([dynType], [range]);
        return [dynType, dynType];
      case 'dyn':
      case 'error':
        return [dynType, dynType];
      default:
        throw new CelTypeError(
          `expression of type '${formatType(range)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
        );
    }
  }

  private checkGrow(grow: Grow): CelType {
    const accumulator = this.check(grow.accumulator);
    const items = grow.items.map((item) => this.check(item));
    const [first = dynType, second] = items;
    const [a, b] = [this.bindings.newParam(), this.bindings.newParam()];
    const wanted = grow.into === 'list' ? listType(a) : mapType(a, b);
    const added = grow.into === 'list' ? listType(first) : second ? mapType(first, second) : first;
    if (!this.bindings.assignAll([accumulator, added], [wanted, wanted])) {
      throw new CelTypeError(`expected type '${formatType(accumulator)}' but found '${formatType(added)}'`);
    }
    return this.bindings.resolve(wanted);
  }

  private expect(expression: Expression, wanted: CelType): void {
    const type = this.check(expression);
    if (this.bindings.assignAll([type], [wanted])) return;
    const [a, b] = [wanted, type].map((one) => formatType(this.bindings.resolve(one, 'dyn')));
    throw new CelTypeError(`expected type '${a}' but found '${b}'`);
  }
}
