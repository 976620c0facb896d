import type { Comprehension, Expression } from './expression.ts';
import { SchemaPath } from './schema-path.ts';
import { add, exactly, type Range, union, unknownSize } from './size.ts';
import { type CelType, dynType, firstParam, secondParam, unwrapOptional } from './types.ts';
import { MapValue } from './value.ts';

/** Sizes of what a list or a map holds. */
export interface Entries {
  readonly of: 'list' | 'map';
  readonly key: Range;
  readonly value: Range;
}

interface Local {
  readonly path: SchemaPath;
  readonly size: Range | undefined;
  readonly entries: Entries | undefined;
}

/** What is known, or can be found in the schema, of the sizes of an expression's parts. */
export class Sizes {
  private readonly paths = new Map<Expression, SchemaPath>();
  private readonly known = new Map<Expression, Range>();
  private readonly entries = new Map<Expression, Entries>();
  private readonly locals = new Map<string, Local[]>();
  private readonly types: ReadonlyMap<Expression, CelType>;
  private readonly root: CelType;

  /** @param root the type that paths lead through, whatever variable they begin with */
  constructor(types: ReadonlyMap<Expression, CelType>, root: CelType) {
    this.types = types;
    this.root = root;
  }

  enterName(ident: Expression & { op: 'ident' }): void {
    this.paths.set(ident, this.local(ident.name)?.path ?? SchemaPath.of(ident.name));
  }

  setPath(expression: Expression, path: SchemaPath): void {
    this.paths.set(expression, path);
  }

  pathOf(expression: Expression): SchemaPath {
    const local = expression.op === 'ident' ? this.local(expression.name) : undefined;
    return local?.path ?? this.paths.get(expression) ?? SchemaPath.empty;
  }

  setSize(expression: Expression, size: Range | undefined): void {
    if (size) this.known.set(expression, size);
  }

  setEntries(expression: Expression, entries: Entries | undefined): void {
    if (entries) this.entries.set(expression, entries);
  }

  entriesOf(expression: Expression): Entries | undefined {
    const own = this.entries.get(expression);
    if (own || expression.op !== 'ident') return own;
    return this.local(expression.name)?.entries;
  }

  copy(to: Expression, from: Expression): void {
    this.setSize(to, this.sizeOf(from));
    this.setEntries(to, this.entriesOf(from));
  }

  /** For a value that comes from either: entries are known when those of both are. */
  setUnion(to: Expression, a: Expression, b: Expression): void {
    const [first, second] = [this.entriesOf(a), this.entriesOf(b)];
    if (first && second) this.setEntries(to, unionEntries(first, second));
  }

  /** For a list to which one item is added. */
  setJoined(to: Expression, list: Expression, added: Entries): void {
    const before = this.entriesOf(list);
    if (before) this.setEntries(to, unionEntries(before, added));
    this.setSize(to, add(this.sizeOrUnknown(list), exactly(1)));
  }

  sizeOrUnknown(expression: Expression): Range {
    return this.sizeOf(expression) ?? unknownSize;
  }

  /** What is found in the schema is kept: paths may be changed later. */
  sizeOf(expression: Expression): Range | undefined {
    const known = this.known.get(expression) ?? literalSize(expression);
    if (known) return known;
    const declared = this.declaredSize(this.pathOf(expression).steps);
    if (declared) {
      this.known.set(expression, declared);
      return declared;
    }
    if (isScalar(this.types.get(expression) ?? dynType)) return exactly(1);
    return expression.op === 'ident' ? this.local(expression.name)?.size : undefined;
  }

  /** The size of a list's elements; undefined when it is no list. */
  elementSizeOf(list: Expression): Range | undefined {
    const type = this.types.get(list);
    if (!type || type.params.length === 0) return undefined;
    const path = this.pathOf(list);
    return (path.length > 0 ? this.declaredSize([...path.steps, '@items']) : undefined) ?? unknownSize;
  }

  pushBinding(name: string, value: Expression): void {
    this.push(name, { path: this.pathOf(value), size: this.sizeOf(value), entries: this.entriesOf(value) });
  }

  pushLoop({ range, variable, second }: Comprehension): void {
    const entries = this.entriesOf(range);
    const isList = (entries?.of ?? this.types.get(range)?.kind) === 'list';
    const path = this.pathOf(range);
    const value = () => ({
      path: path.append(isList ? '@items' : '@values'),
      size: entries?.value,
      entries: undefined,
    });
    const key = () => ({
      path: path.append(isList ? '@indices' : '@keys'),
      size: entries?.key,
      entries: undefined,
    });
    this.push(variable, second === undefined && isList ? value() : key());
    if (second !== undefined) this.push(second, value());
  }

  pop(name: string): void {
    this.locals.get(name)?.pop();
  }

  /** The size of what a loop gives: that of its first value, or as many as it ran through. */
  setLoop(loop: Comprehension, count: Range): void {
    if (loop.init.op === 'literal') this.setSize(loop, this.sizeOf(loop.init));
    else if (loop.init.op === 'list' || loop.init.op === 'map') {
      this.setSize(loop, count);
      this.setEntries(loop, this.entriesOf(loop.step));
    }
  }

  private push(name: string, local: Local): void {
    const stack = this.locals.get(name);
    if (stack) stack.push(local);
    else this.locals.set(name, [local]);
  }

  private local(name: string): Local | undefined {
    return this.locals.get(name)?.at(-1);
  }

  /** What the schema says of the size at a path. Its first step, the variable, does not count. */
  private declaredSize(path: readonly string[]): Range | undefined {
    if (path.length === 0) return undefined;
    let type: CelType | undefined = this.root;
    for (const step of path.slice(1)) {
      type = stepInto(type, step);
      if (!type) return undefined;
    }
    return { min: 0, max: type.most ?? 0 };
  }
}

function stepInto(type: CelType, step: string): CelType | undefined {
  const isContainer = type.kind === 'list' || type.kind === 'map';
  if (step === '@items' || step === '@values') {
    if (!isContainer) return undefined;
    return type.kind === 'list' ? firstParam(type) : secondParam(type);
  }
  if (step === '@keys') return type.kind === 'map' ? firstParam(type) : undefined;
  return type.fields?.get(step);
}

function unionEntries(a: Entries, b: Entries): Entries {
  return { of: a.of, key: union(a.key, b.key), value: union(a.value, b.value) };
}

function literalSize(expression: Expression): Range | undefined {
  if (expression.op === 'list') return exactly(expression.items.length);
  if (expression.op === 'map') return exactly(expression.entries.length);
  if (expression.op !== 'literal' || expression.value instanceof MapValue) return undefined;
  const { value } = expression;
  if (typeof value === 'string') return exactly([...value].length);
  return exactly(value instanceof Uint8Array ? value.length : 1);
}

/** Types whose values all have one size. */
function isScalar(type: CelType): boolean {
  const inner = unwrapOptional(type);
  if (inner) return isScalar(inner);
  return ['bool', 'double', 'duration', 'int', 'timestamp', 'uint'].includes(type.kind);
}
