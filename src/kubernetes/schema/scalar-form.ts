import { plainBase64 } from '../meta/base64.ts';
import { parseQuantity } from '../meta/quantity.ts';
import { isArray, type JsonValue } from '../value.ts';

// Each of these decides as Go decides when it decodes the JSON that the API server gets.

/** Whole and in the range of int32; `1.0` is 1 when it arrives. */
export function isInt32(value: JsonValue): boolean {
  return typeof value === 'number' && (value | 0) === value;
}

const largestInt64 = 2n ** 63n - 1n;

/** Whole and in the range of int64. */
export function isInt64(value: JsonValue): boolean {
  if (typeof value === 'bigint') return value <= largestInt64 && value >= -largestInt64 - 1n;
  return typeof value === 'number' && Number.isInteger(value) && value < 2 ** 63 && value >= -(2 ** 63);
}

/** A number; a whole one that only bigint holds is one, too. */
export function isDouble(value: JsonValue): boolean {
  return typeof value === 'number' || typeof value === 'bigint';
}

// Nearly all quantities; what does not fit goes the long way.
const plainQuantity = /^(?:0|[1-9][0-9]{0,8})(?:m|k|M|G|T|Ki|Mi|Gi|Ti)?$/;

/** `500m`, `1Gi`, `2` */
export function isQuantity(value: JsonValue): boolean {
  if (typeof value === 'string' && plainQuantity.test(value)) return true;
  return parseQuantity(value) !== undefined;
}

/** Base64 with padding, line breaks ignored. Go also takes a list of numbers for bytes. */
export function isBytes(value: JsonValue): boolean {
  if (typeof value === 'string') return plainBase64(value) !== undefined;
  return isArray(value) && value.every(isByte);
}

function isByte(value: JsonValue): boolean {
  return value === null || (typeof value === 'number' && (value & 255) === value);
}

const time = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/;
const microTime = /^[^.,]*[.,]\d{6}(?:Z|[+-]\d\d:\d\d)$/;
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** RFC 3339 with a day that the calendar has. */
export function isTime(value: JsonValue): boolean {
  const match = typeof value === 'string' ? time.exec(value) : null;
  if (!match) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ...zone] = match
    .slice(1)
    .map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && !leap ? 28 : (daysOfMonth[month - 1] ?? 0);
  const [zoneHour = 0, zoneMinute = 0] = zone.map((part) => (Number.isNaN(part) ? 0 : part));
  return (
    day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60 && zoneHour <= 24 && zoneMinute <= 60
  );
}

/** As `isTime`, with exactly six digits behind the point. */
export function isMicroTime(value: JsonValue): boolean {
  return typeof value === 'string' && microTime.test(value) && isTime(value);
}

const duration = /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** Go's notation: `1h30m`, `300ms`. */
export function isDuration(value: JsonValue): boolean {
  return typeof value === 'string' && value.length < 100 && duration.test(value);
}
