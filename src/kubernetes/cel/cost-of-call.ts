import type { Expression } from './expression.ts';
import type { Overload } from './overload.ts';
import { add, exactly, most, type Range, regexLength, scale, times, traversal, union } from './size.ts';
import { type CelType, sameType } from './types.ts';

/** A call as the estimate sees it. */
export interface CallSizes {
  readonly name: string;
  readonly overload: Overload;
  readonly target: Expression | undefined;
  readonly args: readonly Expression[];
  readonly sizeOf: (expression: Expression) => Range;
  readonly elementSizeOf: (list: Expression) => Range | undefined;
  readonly typeOf: (expression: Expression) => CelType;
}

/** What a call costs, and how large its result is where that is known. */
export interface CallEstimate {
  readonly cost: Range;
  readonly size?: Range;
}

const nominal = exactly(1);

/** The estimate for one overload, the cost of the arguments included. */
export function estimateCall(call: CallSizes, argCosts: readonly Range[]): CallEstimate {
  const logical = ofControl(call, argCosts);
  if (logical) return logical;
  const own = byName[call.name]?.(call) ?? ofOperator(call) ?? { cost: nominal };
  return { ...own, cost: argCosts.reduce(add, own.cost) };
}

function ofControl({ name, args, sizeOf }: CallSizes, costs: readonly Range[]): CallEstimate | undefined {
  const [first, second, third] = costs;
  if (!first || !second) return undefined;
  if (name === '_||_' || name === '_&&_') return { cost: { min: first.min, max: add(first, second).max } };
  if (name !== '_?_:_' || !third || !args[1] || !args[2]) return undefined;
  return { cost: add(first, union(second, third)), size: union(sizeOf(args[1]), sizeOf(args[2])) };
}

type Estimate = (call: CallSizes) => CallEstimate | undefined;

const zero = exactly(0);

function sizeOfTarget({ target, sizeOf }: CallSizes): Range {
  return target ? sizeOf(target) : zero;
}

function sizeOfArg({ args, sizeOf }: CallSizes, index: number): Range {
  const arg = args[index];
  return arg ? sizeOf(arg) : zero;
}

/** Once through a list, comparing; of a string, once through it. */
const throughList: Estimate = (call) => {
  if (!call.target) return undefined;
  const element = call.elementSizeOf(call.target);
  if (!element) return { cost: scale(sizeOfTarget(call), traversal) };
  const kind = call.typeOf(call.target).params[0]?.kind;
  const isText = kind === 'string' || kind === 'bytes';
  const each = isText ? add(nominal, scale(element, traversal)) : nominal;
  return { cost: times(sizeOfTarget(call), each) };
};

const throughTarget: Estimate = (call) => ({
  cost: scale(sizeOfTarget(call), traversal),
  size: sizeOfTarget(call),
});

const throughArg: Estimate = (call) => ({ cost: scale(sizeOfArg(call, 0), traversal) });

const find: Estimate = (call) => ({
  cost: patternCost(sizeOfTarget(call), sizeOfArg(call, 0)),
  size: { min: 0, max: sizeOfTarget(call).max },
});

function patternCost(text: Range, pattern: Range): Range {
  return times(scale(add(text, nominal), traversal), scale(pattern, regexLength));
}

const replace: Estimate = (call) => {
  const text = sizeOfTarget(call);
  const old = sizeOfArg(call, 0);
  const replacement = sizeOfArg(call, 1);
  const longest = replaced(text.max, old.min, replacement.max, replacement.max <= old.min);
  const shortest = replaced(text.min, old.max, replacement.min, old.max <= replacement.min);
  return {
    cost: scale(text, 2 * traversal),
    size: { min: Math.min(most, shortest), max: Math.min(most, longest) },
  };
};

/** Length after replacing; of an empty text something stands before, between and behind all characters. */
function replaced(length: number, old: number, replacement: number, keepsLength: boolean): number {
  if (old === 0) return (length < most ? length + 1 : length) * replacement + length;
  return keepsLength ? length : Math.ceil(length / old) * replacement;
}

const split: Estimate = (call) => {
  const text = sizeOfTarget(call);
  const count = call.args[1];
  const most =
    count?.op === 'literal' && typeof count.value === 'bigint'
      ? Number(BigInt.asUintN(64, count.value))
      : text.max;
  return { cost: scale(text, 2 * traversal), size: { min: 0, max: most } };
};

const join: Estimate = (call) => {
  const list = sizeOfTarget(call);
  const element = call.target && call.elementSizeOf(call.target);
  let size = element ? times(list, element) : zero;
  if (call.args.length > 0) {
    const gaps = { min: Math.max(0, list.min - 1), max: Math.max(0, list.max - 1) };
    size = add(size, times(sizeOfArg(call, 0), gaps));
  }
  return { cost: scale(size, traversal), size };
};

const addressBytes: Range = { min: 4, max: 16 };

const containsAddress: Estimate = (call) => {
  const bytes = scale(add(addressBytes, addressBytes), traversal);
  const base =
    call.name === 'containsCIDR' ? add(add(bytes, scale(addressBytes, traversal)), nominal) : bytes;
  const isText = call.overload.params[1]?.kind === 'string';
  return { cost: isText ? add(base, scale(sizeOfArg(call, 0), traversal)) : base };
};

const longestFormat = 128;

const byName: Readonly<Record<string, Estimate | undefined>> = {
  isSorted: throughList,
  sum: throughList,
  max: throughList,
  min: throughList,
  indexOf: throughList,
  lastIndexOf: throughList,
  url: (call) => ({
    ...throughArg(call),
    cost: scale(sizeOfArg(call, 0), traversal),
    size: sizeOfArg(call, 0),
  }),
  lowerAscii: throughTarget,
  upperAscii: throughTarget,
  substring: throughTarget,
  trim: throughTarget,
  replace,
  split,
  join,
  find,
  findAll: find,
  matches: (call) =>
    call.target ? { cost: patternCost(sizeOfTarget(call), sizeOfArg(call, 0)) } : undefined,
  cidr: throughArg,
  isIP: throughArg,
  isCIDR: throughArg,
  quantity: throughArg,
  isQuantity: throughArg,
  semver: throughArg,
  isSemver: throughArg,
  ip: (call) => (call.target ? undefined : throughArg(call)),
  'ip.isCanonical': (call) => ({ cost: scale(sizeOfArg(call, 0), 2 * traversal) }),
  containsIP: containsAddress,
  containsCIDR: containsAddress,
  validate: (call) => ({ cost: scale(scale(sizeOfArg(call, 0), traversal), longestFormat * regexLength) }),
  format: (call) => ({ cost: scale(sizeOfTarget(call), traversal) }),
  'strings.quote': (call) => {
    const size = sizeOfArg(call, 0);
    return {
      cost: scale(size, traversal),
      size: { min: size.min + 2, max: Math.min(most, size.max * 2 + 2) },
    };
  },
  startsWith: throughArg,
  endsWith: throughArg,
  contains: (call) => ({
    cost: times(scale(sizeOfTarget(call), traversal), scale(sizeOfArg(call, 0), traversal)),
  }),
  '@in': (call) => (call.overload.params[1]?.kind === 'list' ? { cost: sizeOfArg(call, 1) } : undefined),
  bytes: (call) => ofConversion(call, (size) => ({ min: size.min, max: Math.min(most, size.max * 4) })),
  string: (call) => ofConversion(call, (size) => ({ min: Math.floor(size.min / 4), max: size.max })),
};

function ofConversion(call: CallSizes, resize: (size: Range) => Range): CallEstimate | undefined {
  const from = call.overload.params[0]?.kind;
  if (from !== (call.name === 'bytes' ? 'string' : 'bytes')) return undefined;
  const size = sizeOfArg(call, 0);
  return { cost: scale(size, traversal), size: resize(size) };
}

const comparisons = new Set(['_<_', '_<=_', '_>_', '_>=_']);

function ofOperator(call: CallSizes): CallEstimate | undefined {
  const kind = call.overload.params[0]?.kind;
  const isText = kind === 'string' || kind === 'bytes';
  const [a, b] = [sizeOfArg(call, 0), sizeOfArg(call, 1)];
  if (call.name === '_+_' && kind === 'list') return { cost: nominal, size: add(a, b) };
  if (call.name === '_+_' && isText) return { cost: scale(add(a, b), traversal), size: add(a, b) };
  const isEquality = call.name === '_==_' || call.name === '_!=_';
  if (!isEquality && !(comparisons.has(call.name) && isText)) return undefined;
  if (call.name === '_==_' && isOpaqueEquality(call)) return { cost: nominal };
  const smaller = Math.min(a.max, b.max);
  return { cost: scale({ min: smaller > 0 ? 1 : 0, max: smaller }, traversal) };
}

const cheapToCompare = new Set([
  'net.IP',
  'net.CIDR',
  'kubernetes.Quantity',
  'kubernetes.Semver',
  'kubernetes.URL',
]);

function isOpaqueEquality({ args, typeOf }: CallSizes): boolean {
  const [a, b] = args.map(typeOf);
  return a !== undefined && b !== undefined && sameType(a, b) && cheapToCompare.has(a.name);
}
