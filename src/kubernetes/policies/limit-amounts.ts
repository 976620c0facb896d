import { child, type FieldPath } from '../field-path.ts';
import { type Amount, compareAmounts } from '../meta/amounts.ts';
import { milliValue, unitValue } from '../meta/quantity.ts';
import { reportInvalid } from '../meta/report.ts';
import { isOvercommitAllowed } from '../meta/resource-names.ts';
import type { Problems } from '../problem.ts';

/** Amounts of one item of a LimitRange, by the name of the resource, after defaults. */
export interface LimitAmounts {
  readonly min: Map<string, Amount>;
  readonly max: Map<string, Amount>;
  default: Map<string, Amount>;
  defaultRequest: Map<string, Amount>;
  readonly maxLimitRequestRatio: Map<string, Amount>;
}

/** Fields of which none may be greater than the other, for any resource. */
const ordered = [
  ['min', 'max'],
  ['min', 'defaultRequest'],
  ['defaultRequest', 'max'],
  ['defaultRequest', 'default'],
  ['min', 'default'],
  ['default', 'max'],
] as const;

/** Checks the amounts of one item against each other. */
export function checkLimitAmounts(amounts: LimitAmounts, path: FieldPath, problems: Problems): void {
  for (const [lower, upper] of ordered) {
    for (const [name, amount] of amounts[lower]) {
      const most = amounts[upper].get(name);
      if (most === undefined || compareAmounts(amount, most) <= 0) continue;
      reportInvalid(problems, child(child(path, lower), name), `must not be greater than ${upper}.${name}`);
    }
  }
  for (const [name, ratio] of amounts.maxLimitRequestRatio) {
    const at = child(child(path, 'maxLimitRequestRatio'), name);
    if (compareAmounts(ratio, 1000) < 0) reportInvalid(problems, at, 'must be at least 1');
    checkRatio(ratio, amounts.min.get(name), amounts.max.get(name), at, problems);
  }
  for (const [name, amount] of amounts.default) {
    const request = amounts.defaultRequest.get(name);
    if (isOvercommitAllowed(name) || request === undefined || compareAmounts(amount, request) === 0) continue;
    reportInvalid(
      problems,
      child(child(path, 'defaultRequest'), name),
      `must be the same as default.${name}`,
    );
  }
}

/** More than this many units are compared without their thousandths. */
const mostUnits = (2n ** 63n - 1n) / 1000n;

function checkRatio(
  ratio: Amount,
  min: Amount | undefined,
  max: Amount | undefined,
  path: FieldPath,
  problems: Problems,
): void {
  if (min === undefined || max === undefined) return;
  const inUnits = [ratio, min, max].some((amount) => units(amount) >= mostUnits);
  const number = (amount: Amount) => Number(inUnits ? units(amount) : thousandths(amount));
  if (number(ratio) / (inUnits ? 1 : 1000) <= number(max) / number(min)) return;
  reportInvalid(problems, path, 'must not be greater than max divided by min');
}

function units(amount: Amount): bigint {
  return typeof amount === 'number' ? BigInt(Math.ceil(amount / 1000)) : unitValue(amount);
}

function thousandths(amount: Amount): bigint {
  return typeof amount === 'number' ? BigInt(amount) : milliValue(amount);
}
