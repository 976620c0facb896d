import { formatTime } from '../golang/time.ts';
import { formatDouble, formatSeconds } from './conversions.ts';
import {
  CelError,
  type CelValue,
  Duration,
  ListValue,
  MapValue,
  Timestamp,
  TypeValue,
  typeNameOf,
  Uint,
} from './value.ts';

/** `'%s of %d'.format([a, b])` (https://pkg.go.dev/github.com/google/cel-go/ext#Strings). @throws CelError */
export function formatText(template: string, args: readonly CelValue[]): string {
  let next = 0;
  const text = template.replace(/%(?:%|(?:\.(\d+))?([a-zA-Z])?)/g, (all, digits?: string, verb?: string) => {
    if (all === '%%') return '%';
    const value = args[next];
    if (next >= args.length || value === undefined) throw new CelError(`index ${next} out of range`);
    next += 1;
    return formatClause(verb ?? '', value, digits === undefined ? 6 : Number(digits));
  });
  return text;
}

function formatClause(verb: string, value: CelValue, digits: number): string {
  if (digits > 100) throw new CelError('precision out of range');
  switch (verb) {
    case 's':
      return asString(value);
    case 'd':
      return whole(value).toString();
    case 'f':
      return special(value) ?? grouped(number(value).toFixed(digits));
    case 'e':
      return special(value) ?? scientific(number(value), digits);
    case 'b':
      return typeof value === 'boolean' ? String(Number(value)) : whole(value).toString(2);
    case 'o':
      return whole(value).toString(8);
    case 'x':
      return hexadecimal(value);
    case 'X':
      return hexadecimal(value).toUpperCase();
    default:
      throw new CelError(`unrecognized formatting clause "${verb}"`);
  }
}

function whole(value: CelValue): bigint {
  if (typeof value === 'bigint') return value;
  if (value instanceof Uint) return value.value;
  throw new CelError('decimal clause can only be used on integers');
}

function number(value: CelValue): number {
  if (typeof value === 'number') return value;
  return Number(whole(value));
}

/** In the manner of English, as cel-go's formatting of this version does. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function scientific(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e');
  const sign = exponent.startsWith('-') ? '⁻' : '';
  const power = exponent
    .slice(1)
    .padStart(2, '0')
    .replace(/\d/g, (digit) => superscripts.charAt(Number(digit)));
  return `${mantissa} × 10${sign}${power}`;
}

function special(value: CelValue): string | undefined {
  if (typeof value !== 'number' || Number.isFinite(value)) return undefined;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}

function hexadecimal(value: CelValue): string {
  if (typeof value === 'string') return Buffer.from(value).toString('hex');
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return whole(value).toString(16);
}

function asString(value: CelValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatDouble(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint) return value.value.toString();
  if (value instanceof Duration) return formatSeconds(value.nanos);
  if (value instanceof Timestamp) return formatTime(value.nanos);
  if (value instanceof TypeValue) return value.name;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (value instanceof ListValue) return `[${value.items.map(asElement).join(', ')}]`;
  if (value instanceof MapValue) return asMap(value);
  throw new CelError(`string clause cannot be used on ${typeNameOf(value)}`);
}

function asMap(map: MapValue): string {
  const pairs = [...map.entries()].map(([key, value]) => [asElement(key), asElement(value)] as const);
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, value]) => `${key}:${value}`).join(', ')}}`;
}

/** Within lists and maps values are written as CEL reads them. */
function asElement(value: CelValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return special(value) ? JSON.stringify(special(value)) : value.toFixed(6);
  if (value instanceof Uint8Array) return `b${JSON.stringify(asString(value))}`;
  if (value instanceof Duration) return `duration("${formatSeconds(value.nanos)}")`;
  if (value instanceof Timestamp) return `timestamp("${formatTime(value.nanos)}")`;
  return asString(value);
}
