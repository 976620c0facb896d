import { parseDuration } from '../golang/duration.ts';
import { parseIp } from '../meta/address.ts';
import { parseQuantity } from '../meta/quantity.ts';

type ValueRule = (value: string) => boolean;

// What strconv.ParseBool takes. https://pkg.go.dev/strconv#ParseBool
const booleans = new Set(['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False']);

/** What values of a type must be, and how a person would say it. Types that take any text are left out. */
const rules: Readonly<Record<string, { readonly takes: ValueRule; readonly words: string }>> = {
  bool: { takes: (value) => booleans.has(value), words: 'true or false' },
  duration: {
    takes: (value) => parseDuration(value) !== undefined,
    words: 'a duration such as 10s or 1h30m',
  },
  float32: { takes: isFloat, words: 'a number' },
  float64: { takes: isFloat, words: 'a number' },
  int: { takes: isWhole(-(2n ** 63n), 2n ** 63n), words: 'a whole number' },
  int32: { takes: isWhole(-(2n ** 31n), 2n ** 31n), words: 'a whole number of 32 bits' },
  int64: { takes: isWhole(-(2n ** 63n), 2n ** 63n), words: 'a whole number' },
  ip: { takes: (value) => value === '' || isIp(value.trim()), words: 'an IP address' },
  ipport: { takes: isIpPort, words: 'an IP address, with a port or without' },
  Level: { takes: isWhole(-(2n ** 31n), 2n ** 31n), words: 'a whole number' },
  mapStringBool: { takes: isMapOfBooleans, words: 'a list such as Name=true,OtherName=false' },
  portRange: { takes: isPortRange, words: 'a range of ports such as 30000-32767' },
  quantity: { takes: (value) => parseQuantity(value) !== undefined, words: 'a quantity such as 64Ki' },
  uint: { takes: isWhole(0n, 2n ** 64n), words: 'a whole number from 0 on' },
  uint64: { takes: isWhole(0n, 2n ** 64n), words: 'a whole number from 0 on' },
  version: {
    takes: (value) => booleans.has(value) || /^(?:raw|v\d.*)$/.test(value),
    words: 'true, false or raw',
  },
};

/** Types of flags that may stand without a value. */
export function isOptionalType(type: string): boolean {
  return type === 'bool' || type === 'version';
}

/** What a flag's value must be, in words that follow `must be`; undefined when it is right. */
export function expectedValue(type: string, value: string): string | undefined {
  const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
  return rule === undefined || rule.takes(value) ? undefined : rule.words;
}

/** Digits with an optional sign and a base prefix, as strconv.ParseInt takes them with base 0. */
function isWhole(least: bigint, end: bigint): ValueRule {
  return (value) => {
    const [, sign = '', digits = ''] =
      /^([+-]?)(0[xX][\da-fA-F_]{1,24}|0[bB][01_]{1,80}|0[oO]?[0-7_]{0,32}|[1-9][\d_]{0,32})$/.exec(value) ??
      [];
    if (digits === '' || (sign !== '' && least === 0n)) return false;
    const plain = digits.replaceAll('_', '').replace(/^0(?=[0-7])/, '0o');
    if (/^0[xXbBoO]$/.test(plain)) return false;
    const size = BigInt(plain);
    const number = sign === '-' ? -size : size;
    return number >= least && number < end;
  };
}

function isFloat(value: string): boolean {
  return (
    /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value) || /^[+-]?(?:inf|infinity|nan)$/i.test(value)
  );
}

function isIp(value: string): boolean {
  return parseIp(value) !== undefined;
}

/** https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/util/flag/flags.go (IPPortVar) */
function isIpPort(value: string): boolean {
  const text = value.trim();
  if (text === '' || isIp(text)) return true;
  const [, bracketed, plain, port = ''] = /^(?:\[([^\]]*)\]|([^:]*)):(\d{1,5})$/.exec(text) ?? [];
  return port !== '' && Number(port) < 65_536 && isIp(bracketed ?? plain ?? '');
}

/** https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/util/net/port_range.go */
function isPortRange(value: string): boolean {
  const [, low = '', mark, high = ''] = /^(\d{1,5})(?:([-+])(\d{1,5}))?$/.exec(value.trim()) ?? [];
  if (low === '') return value.trim() === '';
  const first = Number(low);
  const last = mark === '+' ? first + Number(high) : Number(high === '' ? low : high);
  return first < 65_536 && last < 65_536 && last >= first;
}

/** https://github.com/kubernetes/component-base/blob/v0.34.3/cli/flag/map_string_bool.go */
function isMapOfBooleans(value: string): boolean {
  return value.split(',').every((pair) => {
    if (pair === '') return true;
    const equals = pair.indexOf('=');
    return equals >= 0 && booleans.has(pair.slice(equals + 1).trim());
  });
}
