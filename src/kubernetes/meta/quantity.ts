import type { JsonValue } from '../value.ts';

// https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/api/resource/quantity.go

/** A number of a resource: `unscaled * 10 ** scale`, exactly as the API server has it after rounding. */
export interface Quantity {
  readonly unscaled: bigint;
  readonly scale: number;
  /** Whether Go holds it in an int64; arithmetic overflows in other ways where it does not. */
  readonly int64: boolean;
}

const decimalSuffixes: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);

const binarySuffixes: ReadonlyMap<string, number> = new Map([
  ['Ki', 10],
  ['Mi', 20],
  ['Gi', 30],
  ['Ti', 40],
  ['Pi', 50],
  ['Ei', 60],
]);

// Sign, digits and suffix may each be missing, and "." alone is zero: so does Go read them.
const parts = /^([+-]?)0*([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)$/;
const noDigits = /^[+-]?0*$/;
const exponent = /^[eE]([+-]?[0-9]+)$/;

const zero: Quantity = { unscaled: 0n, scale: 0, int64: true };
const nano = -9;
const largestInt64 = 2n ** 63n - 1n;

/** Go trims the text of the JSON string, in which control characters are escaped and so kept. */
const surroundingSpace =
  /^[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+$/g;

/** Reads a quantity, text or number; undefined when the API server would refuse to decode it. Null is zero. */
export function parseQuantity(value: JsonValue | undefined): Quantity | undefined {
  if (value === null) return zero;
  if (typeof value === 'number' || typeof value === 'bigint') return parseText(value.toString());
  if (typeof value !== 'string') return undefined;
  return parseText(value) ?? parseText(value.replace(surroundingSpace, ''));
}

function parseText(text: string): Quantity | undefined {
  if (text === '') return undefined;
  if (noDigits.test(text)) return zero;
  const match = parts.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', suffix = ''] = match;
  const digits: Digits = { negative: sign === '-', whole: whole === '' ? '0' : whole, fraction };
  const power = binarySuffixes.get(suffix);
  // Go takes the slow way for large numbers, and that one insists on a digit.
  const bare = !/[0-9]/.test(text.slice(0, text.length - suffix.length));
  if (power !== undefined) return binary(digits, power, bare);
  const scale = decimalSuffixes.get(suffix) ?? readExponent(suffix);
  return scale === undefined ? undefined : decimal(digits, scale, bare);
}

interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

function readExponent(suffix: string): number | undefined {
  const digits = exponent.exec(suffix)?.[1];
  if (digits === undefined || digits.length > 40) return undefined;
  const read = BigInt(digits.replace(/^\+/, ''));
  if (BigInt.asIntN(64, read) !== read) return undefined;
  // Go cuts the exponent to 32 bits.
  return Number(BigInt.asIntN(32, read));
}

// The digits that Go counts on to fit in an int64.
const digitsOfInt64 = 18;

function decimal(digits: Digits, exponent: number, bare: boolean): Quantity | undefined {
  const scale = exponent - digits.fraction.length;
  const unscaled = unscaledOf(digits);
  if (digits.whole.length + digits.fraction.length <= digitsOfInt64 && scale >= nano) {
    return { unscaled, scale, int64: true };
  }
  return bare ? undefined : roundUp(unscaled, scale);
}

function binary(digits: Digits, power: number, bare: boolean): Quantity | undefined {
  const multiplied = unscaledOf(digits) << BigInt(power);
  const precision = 15 - digits.whole.length - Math.trunc((power * 3) / 10) - 1;
  if (digits.fraction === '' && precision >= 0) return { unscaled: multiplied, scale: 0, int64: true };
  if (bare) return undefined;
  const rounded = roundUp(multiplied, -digits.fraction.length);
  const capped: Quantity = { unscaled: largestInt64, scale: 0, int64: false };
  if (compareQuantities(absolute(rounded), capped) <= 0) return rounded;
  return rounded.unscaled < 0n ? { ...capped, unscaled: -largestInt64 } : capped;
}

function unscaledOf({ negative, whole, fraction }: Digits): bigint {
  const read = BigInt(whole + fraction);
  return negative ? -read : read;
}

// Go counts in nanos from here on; where that would fill the memory, it is not done.
const largestShift = 10_000;

/** Nothing is smaller than a nano: what is, is rounded away from zero. */
function roundUp(unscaled: bigint, scale: number): Quantity {
  if (unscaled === 0n || scale - nano > largestShift) return { unscaled, scale, int64: false };
  const nanos =
    scale >= nano ? unscaled * 10n ** BigInt(scale - nano) : divideAwayFromZero(unscaled, nano - scale);
  return { unscaled: nanos, scale: nano, int64: false };
}

/** Divides by `10 ** places`, rounding away from zero; the power is only made where digits remain. */
function divideAwayFromZero(value: bigint, places: number): bigint {
  if (value === 0n) return 0n;
  const unit = value < 0n ? -1n : 1n;
  if (places > digitCount(value)) return unit;
  const divisor = 10n ** BigInt(places);
  const quotient = value / divisor;
  return quotient * divisor === value ? quotient : quotient + unit;
}

function digitCount(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

function absolute(quantity: Quantity): Quantity {
  return quantity.unscaled < 0n ? { ...quantity, unscaled: -quantity.unscaled } : quantity;
}

/** -1, 0 or 1. */
export function signOf({ unscaled }: Quantity): number {
  if (unscaled === 0n) return 0;
  return unscaled < 0n ? -1 : 1;
}

/** -1, 0 or 1, as `Array.sort` wants it. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  if (a.scale === b.scale) return order(a.unscaled, b.unscaled);
  const sign = signOf(a);
  if (sign !== signOf(b) || sign === 0) return Math.sign(sign - signOf(b));
  // Sizes first: exponents may be huge, and so would be the numbers on a common scale.
  const size = digitCount(a.unscaled) + a.scale - digitCount(b.unscaled) - b.scale;
  if (size !== 0) return size > 0 ? sign : -sign;
  const scale = Math.min(a.scale, b.scale);
  return order(onScale(a, scale), onScale(b, scale));
}

function onScale({ unscaled, scale }: Quantity, wanted: number): bigint {
  return unscaled * 10n ** BigInt(scale - wanted);
}

function order(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** `MilliValue()` of Go: thousandths, rounded away from zero, with an int64's overflow. */
export function milliValue(quantity: Quantity): bigint {
  return quantity.int64 ? scaledInt64(quantity, -3) : scaledDecimal(quantity, -3);
}

/** `Value()` of Go: whole units, rounded away from zero, with an int64's overflow. */
export function unitValue(quantity: Quantity): bigint {
  return quantity.int64 ? scaledInt64(quantity, 0) : scaledDecimal(quantity, 0);
}

// Go multiplies by these at once, and by other powers of ten in steps that notice an overflow.
const powersAtOnce: ReadonlySet<number> = new Set([0, 1, 2, 3, 6, 9]);

function scaledInt64({ unscaled, scale }: Quantity, wanted: number): bigint {
  if (scale < wanted) return divideAwayFromZero(unscaled, wanted - scale);
  // 10 ** 19 is more than an int64 holds.
  if (scale - wanted >= 19) return 0n;
  const result = unscaled * 10n ** BigInt(scale - wanted);
  const cut = BigInt.asIntN(64, result);
  return cut === result || powersAtOnce.has(scale - wanted) ? cut : 0n;
}

/** Go's shortcut for numbers below 2 ** 63 forgets those below -(2 ** 63), and rounds negative ones upwards. */
function scaledDecimal({ unscaled, scale }: Quantity, wanted: number): bigint {
  if (unscaled === 0n || scale - wanted > largestShift) return 0n;
  if (scale >= wanted) return BigInt.asIntN(64, unscaled * 10n ** BigInt(scale - wanted));
  const divisor = 10n ** BigInt(wanted - scale);
  const dividend = unscaled < largestInt64 ? BigInt.asIntN(64, unscaled) : unscaled;
  const quotient = dividend / divisor;
  return BigInt.asIntN(64, dividend % divisor === 0n ? quotient : quotient + 1n);
}

/** Whether it is a whole number, as the API server decides it: in thousandths. */
export function isInteger(quantity: Quantity): boolean {
  return milliValue(quantity) % 1000n === 0n;
}
