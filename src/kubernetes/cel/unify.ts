import {
  type CelType,
  dynType,
  firstParam,
  listType,
  mapType,
  paramType,
  sameType,
  secondParam,
} from './types.ts';

/**
 * What type parameters stand for while an expression is checked. Rules as in cel-go's checker
 * (https://github.com/google/cel-go/blob/v0.26.0/checker/types.go).
 */
export class Bindings {
  private bound = new Map<string, CelType>();
  private fresh = 0;

  /** A parameter that nothing else uses. */
  newParam(): CelType {
    this.fresh += 1;
    return paramType(`@${this.fresh}`);
  }

  /** Whether each type of `given` can stand where `wanted` is asked for; what that binds is kept only when all can. */
  assignAll(given: readonly CelType[], wanted: readonly CelType[]): boolean {
    if (given.length !== wanted.length) return false;
    const before = new Map(this.bound);
    const fits = given.every((type, index) => this.assignable(type, wanted[index] ?? dynType));
    if (!fits) this.bound = before;
    return fits;
  }

  /** The type with its parameters replaced; those that stand for nothing stay, or become `dyn`. */
  resolve(type: CelType, open: 'keep' | 'dyn' = 'keep'): CelType {
    if (type.kind === 'param') {
      const bound = this.bound.get(type.name);
      if (bound) return this.resolve(bound, open);
      return open === 'dyn' ? dynType : type;
    }
    if (type.kind === 'list') return this.rebuild(type, open, ([element = dynType]) => listType(element));
    if (type.kind === 'map') {
      return this.rebuild(type, open, ([key = dynType, value = dynType]) => mapType(key, value));
    }
    return type.kind === 'opaque' ? this.rebuild(type, open, (params) => ({ ...type, params })) : type;
  }

  private rebuild(type: CelType, open: 'keep' | 'dyn', make: (params: CelType[]) => CelType): CelType {
    const params = type.params.map((param) => this.resolve(param, open));
    // What a schema says of a list's size goes with the type as long as that is the same.
    return params.every((param, index) => param === type.params[index]) ? type : make(params);
  }

  private assignable(a: CelType, b: CelType): boolean {
    if (b.kind === 'param') {
      const { valid, known } = this.substitute(a, b);
      if (valid) return true;
      if (known) return false;
    }
    if (a.kind === 'param') return this.substitute(b, a).valid;
    if (isDyn(a) || isDyn(b)) return true;
    if (a.kind === 'null') return isNullable(b);
    if (b.kind === 'null') return isNullable(a);
    if (a.kind !== b.kind) return false;
    if (a.kind === 'list' || a.kind === 'map' || a.kind === 'opaque') {
      if (a.name !== b.name || a.params.length !== b.params.length) return false;
      return a.params.every((param, index) => this.assignable(param, b.params[index] ?? dynType));
    }
    return a.kind === 'object' ? a.name === b.name : true;
  }

  private substitute(type: CelType, param: CelType): { valid: boolean; known: boolean } {
    if (sameType(type, param)) return { valid: true, known: true };
    const bound = this.bound.get(param.name);
    if (!bound) {
      const valid = this.isAbsent(param, type);
      if (valid) this.bound.set(param.name, type);
      return { valid, known: false };
    }
    if (sameType(type, bound)) return { valid: true, known: true };
    if (!this.assignable(type, bound)) return { valid: false, known: true };
    const general = isLessSpecific(type, bound) ? type : bound;
    if (this.isAbsent(param, general)) this.bound.set(param.name, general);
    return { valid: true, known: true };
  }

  /** A parameter must not occur in what it stands for. */
  private isAbsent(param: CelType, within: CelType): boolean {
    if (sameType(param, within)) return false;
    if (within.kind === 'param') {
      const bound = this.bound.get(within.name);
      return !bound || this.isAbsent(param, bound);
    }
    return within.params.every((inner) => this.isAbsent(param, inner));
  }
}

function isDyn({ kind }: CelType): boolean {
  return kind === 'dyn' || kind === 'error';
}

function isNullable({ kind }: CelType): boolean {
  return ['null', 'object', 'opaque', 'duration', 'timestamp'].includes(kind);
}

/** Whether `a` is `b`, or `b` with `dyn` in some places. */
export function isLessSpecific(a: CelType, b: CelType): boolean {
  if (a.kind === 'dyn' || a.kind === 'param') return true;
  if (b.kind === 'dyn' || b.kind === 'param' || a.kind !== b.kind) return false;
  if (a.kind === 'list') return isLessSpecific(firstParam(a), firstParam(b));
  if (a.kind === 'map') {
    return isLessSpecific(firstParam(a), firstParam(b)) && isLessSpecific(secondParam(a), secondParam(b));
  }
  if (a.kind !== 'opaque') return sameType(a, b);
  return (
    a.name === b.name && a.params.every((param, index) => isLessSpecific(param, b.params[index] ?? dynType))
  );
}
