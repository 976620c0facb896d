import type { JsonValue } from '../value.ts';

/**
 * A key as JSON has it: what is no string becomes one. Undefined for a key that cannot: null, lists, mappings and
 * integers of 64 bits without a sign. https://github.com/kubernetes-sigs/yaml/blob/v1.6.0/yaml.go
 */
export function keyText(key: JsonValue, isInteger: boolean): string | undefined {
  if (typeof key === 'string') return key;
  if (typeof key === 'boolean') return String(key);
  if (typeof key === 'bigint') return key < 2n ** 63n ? String(key) : undefined;
  if (typeof key !== 'number') return undefined;
  return isInteger ? String(key) : floatText(key);
}

/** Shortest text that gives the same 32-bit float, as Go's strconv.FormatFloat(key, 'g', -1, 32) makes it. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toExponential(digits - 1))) !== single) digits += 1;
  const [mantissa = '', exponent = ''] = single.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return plainText(mantissa, power);
  const size = String(Math.abs(power)).padStart(2, '0');
  return `${mantissa}e${power < 0 ? '-' : '+'}${size}`;
}

function plainText(mantissa: string, power: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  if (digits.length <= power + 1) return sign + digits.padEnd(power + 1, '0');
  return `${sign}${digits.slice(0, power + 1)}.${digits.slice(power + 1)}`;
}
