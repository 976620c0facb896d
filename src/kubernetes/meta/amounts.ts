import { type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import type { JsonValue } from '../value.ts';
import { compareQuantities, isInteger, parseQuantity, type Quantity, signOf, unitValue } from './quantity.ts';
import { quoted } from './quoted.ts';

/**
 * An amount of a resource: in thousandths where it is written plainly, which nearly all are, because that is a
 * tenth of the work; else as it was parsed, rounded up to thousandths as the API server does:
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/v1/defaults.go (SetDefaults_ResourceList)
 */
export type Amount = number | Quantity;

const thousandths = -3;
const mostPlainDigits = 9;

/** Reads an amount; undefined when the API server could not decode it. */
export function amountOf(value: JsonValue | undefined): Amount | undefined {
  if (typeof value === 'string') {
    const plain = plainAmount(value);
    if (plain !== undefined) return plain;
  }
  const quantity = parseQuantity(value);
  return quantity && quantity.scale < thousandths ? roundUp(quantity) : quantity;
}

function roundUp({ unscaled, scale, int64 }: Quantity): Quantity {
  const divisor = 10n ** BigInt(thousandths - scale);
  const quotient = unscaled / divisor;
  const exact = quotient * divisor === unscaled;
  const away = unscaled < 0n ? -1n : 1n;
  return { unscaled: exact ? quotient : quotient + away, scale: thousandths, int64 };
}

/** `2`, `100m`, `64Mi`: a few digits and a usual suffix. */
function plainAmount(text: string): number | undefined {
  let end = 0;
  let number = 0;
  for (; end < text.length && end <= mostPlainDigits; end += 1) {
    const digit = text.charCodeAt(end) - 48;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  if (end === 0 || end > mostPlainDigits) return undefined;
  const factor = factorOf(text, end);
  const amount = number * factor;
  return factor > 0 && Number.isSafeInteger(amount) ? amount : undefined;
}

/** Thousandths in the unit that starts at `at`; 0 for one that is not usual. */
function factorOf(text: string, at: number): number {
  switch (text.length - at) {
    case 0:
      return 1000;
    case 1:
      if (text[at] === 'm') return 1;
      if (text[at] === 'k') return 1e6;
      if (text[at] === 'M') return 1e9;
      return text[at] === 'G' ? 1e12 : 0;
    case 2:
      if (text[at + 1] !== 'i') return 0;
      if (text[at] === 'M') return 1000 * 2 ** 20;
      if (text[at] === 'G') return 1000 * 2 ** 30;
      return text[at] === 'K' ? 1000 * 2 ** 10 : 0;
    default:
      return 0;
  }
}

/** Negative, zero or positive. */
export function compareAmounts(a: Amount, b: Amount): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareQuantities(exact(a), exact(b));
}

export function isNegative(amount: Amount): boolean {
  return typeof amount === 'number' ? amount < 0 : signOf(amount) < 0;
}

export function isWhole(amount: Amount): boolean {
  return typeof amount === 'number' ? amount % 1000 === 0 : isInteger(amount);
}

/** Whole units, rounded up. */
export function unitsOf(amount: Amount): bigint {
  return unitValue(exact(amount));
}

function exact(amount: Amount): Quantity {
  return typeof amount === 'number' ? { unscaled: BigInt(amount), scale: thousandths, int64: true } : amount;
}

// No node has as much, and numbers of thousands of digits would cost more than they tell.
const mostScale = 60;

/** Thousandths, exactly; amounts beyond all measure are cut. */
export function thousandthsOf(amount: Amount): bigint {
  const { unscaled, scale } = exact(amount);
  return unscaled * 10n ** BigInt(Math.min(scale, mostScale) - thousandths);
}

/** Adds a problem for what is no quantity. */
export function reportQuantity(problems: Problems, path: FieldPath, value: JsonValue | undefined): void {
  const message = `${formatPath(path)} must be a quantity such as 100m, 2 or 64Mi, not ${quoted(value)}`;
  problems.value('manifest/quantity', path, message);
}
