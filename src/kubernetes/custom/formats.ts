import { parseDuration } from '../golang/duration.ts';
import { parseRequestUri } from '../golang/request-uri.ts';
import { parseDate } from '../golang/time.ts';
import { parseCidr, parseIp } from '../meta/address.ts';
import { Regex, regexOf } from '../re2/regex.ts';
import { isCreditCard, isIsbn10, isIsbn13 } from './check-digits.ts';

// https://github.com/kubernetes/apiextensions-apiserver/blob/v0.34.3/pkg/apiserver/validation/formats.go and the
// strfmt package of kube-openapi, which says what each accepts.

type Format = (value: string) => boolean;

const uuid = (version: string, variant: string): Format => {
  const pattern = `^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}-?${variant}-?[0-9a-f]{12}$`;
  const expression = new RegExp(pattern, 'i');
  return (value) => expression.test(value);
};
const matching =
  (expression: RegExp): Format =>
  (value) =>
    expression.test(value);

const octet = '(?:0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])';

const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['bsonobjectid', matching(/^[0-9a-fA-F]{24}$/)],
  ['uri', (value) => parseRequestUri(value) !== undefined],
  ['email', isEmail],
  ['hostname', isHostname],
  ['ipv4', (value) => value.includes('.') && parseIp(value) !== undefined],
  ['ipv6', (value) => value.includes(':') && parseIp(value)?.leadingZeros === false],
  ['cidr', (value) => parseCidr(value) !== undefined],
  ['mac', isMac],
  ['uuid', uuid('[0-9a-f]{4}', '[0-9a-f]{4}')],
  ['uuid3', uuid('3[0-9a-f]{3}', '[0-9a-f]{4}')],
  ['uuid4', uuid('4[0-9a-f]{3}', '[89ab][0-9a-f]{3}')],
  ['uuid5', uuid('5[0-9a-f]{3}', '[89ab][0-9a-f]{3}')],
  ['isbn', (value) => isIsbn10(value) || isIsbn13(value)],
  ['isbn10', isIsbn10],
  ['isbn13', isIsbn13],
  ['creditcard', isCreditCard],
  ['ssn', matching(/^\d{3}[- ]?\d{2}[- ]?\d{4}$/)],
  ['hexcolor', matching(/^#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)],
  ['rgbcolor', matching(new RegExp(`^rgb\\(\\s*${octet}\\s*,\\s*${octet}\\s*,\\s*${octet}\\s*\\)$`))],
  ['byte', isBase64],
  ['password', () => true],
  ['date', (value) => parseDate(value) !== undefined],
  ['duration', (value) => readDuration(value) !== undefined],
  ['datetime', isDateTime],
]);

/** Checked from the minor behind the one that introduced them. */
const names: ReadonlyMap<string, Format> = new Map([
  ['k8sshortname', matching(/^(?=.{1,63}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/)],
  [
    'k8slongname',
    matching(/^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/),
  ],
]);
const firstMinorWithNames = 35;

/** Whether `value` has the format; undefined when the API server does not know it, and so does not check it. */
export function hasFormat(format: string, value: string, minor: number): boolean | undefined {
  const name = format.replaceAll('-', '');
  const known = formats.get(name) ?? (minor >= firstMinorWithNames ? names.get(name) : undefined);
  return known?.(value);
}

const hostnamePattern =
  '^([a-zA-Z0-9\\p{S}\\p{L}]((-?[a-zA-Z0-9\\p{S}\\p{L}]{0,62})?)|([a-zA-Z0-9\\p{S}\\p{L}](([a-zA-Z0-9-\\p{S}\\p{L}]{0,61}[a-zA-Z0-9\\p{S}\\p{L}])?)(\\.)){1,}([a-zA-Z\\p{L}]){2,63})$';

function isHostname(value: string): boolean {
  const pattern = regexOf(hostnamePattern);
  if (Buffer.byteLength(value) > 255 || !(pattern instanceof Regex) || !pattern.test(value)) return false;
  return value.split('.').every((part) => Buffer.byteLength(part) <= 63);
}

const bareAddress = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/;

/** The forms of RFC 5322 that occur: an address, alone or in angle brackets behind a name. */
function isEmail(value: string): boolean {
  const text = value.trim();
  const open = text.lastIndexOf('<');
  const address = open < 0 ? text : text.endsWith('>') ? text.slice(open + 1, -1) : '';
  // Quoted parts and comments have a grammar of their own, which is not worth a false alarm.
  if (/["(\\[]/.test(text) || /[^\x20-\x7e]/.test(address)) return text.includes('@');
  if (open > 0 && /[<>@,;:]/.test(text.slice(0, open))) return false;
  return bareAddress.test(address) && !/^\.|\.\.|\.@|@\.|\.$/.test(address);
}

function isMac(value: string): boolean {
  const bytes = value.replaceAll(/[:.-]/g, '').length / 2;
  const groups =
    /^(?:[0-9a-f]{2}(?::[0-9a-f]{2})+|[0-9a-f]{2}(?:-[0-9a-f]{2})+|[0-9a-f]{4}(?:\.[0-9a-f]{4})+)$/i;
  return (bytes === 6 || bytes === 8 || bytes === 20) && groups.test(value);
}

function isBase64(value: string): boolean {
  return value !== '' && value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
}

/** The day must be real; of the time only the first digits are compared. */
function isDateTime(value: string): boolean {
  const [day = '', time = ''] = value.toLowerCase().split('t');
  if (value.length < 4 || parseDate(day) === undefined) return false;
  const found = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:.[0-9]+)?(?:z|[+-][0-9]{2}:[0-9]{2})$/.exec(time);
  return found !== null && (found[1] ?? '') <= '23' && (found[2] ?? '') <= '59' && (found[3] ?? '') <= '59';
}

const unitNanos: readonly (readonly [bigint, readonly string[]])[] = [
  [1n, ['ns', 'nano']],
  [1000n, ['us', 'µs', 'micro']],
  [1_000_000n, ['ms', 'milli']],
  [1_000_000_000n, ['s', 'sec']],
  [60_000_000_000n, ['m', 'min']],
  [3_600_000_000_000n, ['h', 'hr', 'hour']],
  [86_400_000_000_000n, ['d', 'day']],
  [604_800_000_000_000n, ['w', 'wk', 'week']],
];

/** Nanoseconds of what the format `duration` takes: Go's durations, and any text in which units follow numbers. */
export function readDuration(value: string): bigint | undefined {
  const plain = parseDuration(value);
  if (plain !== undefined) return plain;
  let sum: bigint | undefined;
  for (const [, count = '', word = ''] of value.matchAll(/(\d+)\s*([A-Za-zµ]+)/g)) {
    const unit = unitNanos.find(([, words]) =>
      words.some((known, index) => isUnit(word, known, index === words.length - 1)),
    );
    if (unit) sum = (sum ?? 0n) + BigInt(count) * unit[0];
  }
  return sum;
}

/** The last word of a unit may go on: `hours`, `seconds`. */
function isUnit(word: string, known: string, isLast: boolean): boolean {
  const lower = word.toLowerCase();
  return lower === known || (isLast && lower.startsWith(known));
}
