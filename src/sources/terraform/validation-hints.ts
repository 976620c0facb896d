import type { VariableFacts } from '../../core/terraform-protocol.ts';
import { regexOf } from '../../kubernetes/re2/regex.ts';

/** Numbers that the validations of a variable allow, as far as they compare it with numbers. Both ends inclusive. */
export function numberRange(variable: VariableFacts): { readonly least: number; readonly most: number } {
  let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { operator, bound } of variable.validations.flatMap(({ condition }) =>
    comparisons(condition, `var.${variable.name}`),
  )) {
    if (operator === '>=' || operator === '==') least = Math.max(least, bound);
    if (operator === '<=' || operator === '==') most = Math.min(most, bound);
    if (operator === '>') least = Math.max(least, bound + 1);
    if (operator === '<') most = Math.min(most, bound - 1);
  }
  return { least, most };
}

interface Comparison {
  readonly operator: string;
  readonly bound: number;
}

const flipped: Readonly<Record<string, string>> = { '>=': '<=', '<=': '>=', '>': '<', '<': '>', '==': '==' };

/** `subject >= 3` and `3 <= subject` in a condition; none where it has alternatives. */
function comparisons(condition: string, subject: string): Comparison[] {
  if (condition.includes('||') || condition.length > 2000) return [];
  const number = '(-?\\d{1,12})(?![\\d.])';
  const operator = '(>=|<=|==|>|<)';
  const name = subject.replace(/[.()]/g, '\\$&');
  const behind = condition.matchAll(new RegExp(`${name}\\s{0,20}${operator}\\s{0,20}${number}`, 'g'));
  const before = condition.matchAll(new RegExp(`${number}\\s{0,20}${operator}\\s{0,20}${name}`, 'g'));
  return [
    ...[...behind].map(([, found = '', bound]) => ({ operator: found, bound: Number(bound) })),
    ...[...before].map(([, bound, found = '']) => ({ operator: flipped[found] ?? '', bound: Number(bound) })),
  ];
}

/** Whether a text holds against the validations of a variable, as far as they are understood. */
export function textHolds(variable: VariableFacts, text: string): boolean {
  return variable.validations.every(({ condition }) => {
    const patterns = [...condition.slice(0, 2000).matchAll(patternCall)].filter(
      ([, , name]) => name === variable.name,
    );
    const lengths = comparisons(condition, `length(var.${variable.name})`);
    return (
      patterns.every(([, pattern = '']) => matches(pattern, text)) &&
      lengths.every((each) => compares(text.length, each))
    );
  });
}

const patternCall =
  /\bregex\(\s{0,20}"((?:[^"\\]|\\.){1,500})"\s{0,20},\s{0,20}var\.([\w-]{1,100})\s{0,20}\)/g;

/** Terraform's patterns are those of Go; what cannot be read is taken to match. */
function matches(written: string, text: string): boolean {
  const compiled = regexOf(written.replace(/\\(.)/g, '$1'));
  return 'test' in compiled ? compiled.test(text) : true;
}

function compares(value: number, { operator, bound }: Comparison): boolean {
  if (operator === '>=') return value >= bound;
  if (operator === '<=') return value <= bound;
  if (operator === '>') return value > bound;
  return operator === '<' ? value < bound : value === bound;
}
