import { asNanos, asText } from './arguments.ts';
import type { Library } from './overload.ts';
import { CelError, type CelValue } from './value.ts';

type Part = (date: Date, nanos: bigint) => number;

const dayMillis = 86_400_000;

// Months and the two older forms of days count from 0.
const parts: Readonly<Record<string, Part>> = {
  getFullYear: (date) => date.getUTCFullYear(),
  getMonth: (date) => date.getUTCMonth(),
  getDayOfYear: (date) => Math.floor((date.getTime() - startOfYear(date)) / dayMillis),
  getDayOfMonth: (date) => date.getUTCDate() - 1,
  getDate: (date) => date.getUTCDate(),
  getDayOfWeek: (date) => date.getUTCDay(),
  getHours: (date) => date.getUTCHours(),
  getMinutes: (date) => date.getUTCMinutes(),
  getSeconds: (date) => date.getUTCSeconds(),
  getMilliseconds: (date) => date.getUTCMilliseconds(),
};

function startOfYear(date: Date): number {
  const start = new Date(0);
  return start.setUTCFullYear(date.getUTCFullYear(), 0, 1);
}

function part(name: string, time: CelValue, zone: string): bigint {
  const nanos = asNanos(time);
  const millis = (nanos - (((nanos % 1_000_000n) + 1_000_000n) % 1_000_000n)) / 1_000_000n;
  const date = new Date(Number(millis) + offsetMillis(zone, Number(millis)));
  return BigInt(parts[name]?.(date, nanos) ?? 0);
}

/** What to add to UTC in a zone: `-08:00`, or a name of the tz database. */
function offsetMillis(zone: string, at: number): number {
  if (zone === '' || zone === 'UTC') return 0;
  const fixed = /^([+-]?)(\d\d):(\d\d)$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const offset = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name);
    if (!offset) return 0;
    const seconds = Number(offset[2]) * 3600 + Number(offset[3]) * 60 + Number(offset[4] ?? 0);
    return (offset[1] === '-' ? -1 : 1) * seconds * 1000;
  } catch {
    throw new CelError(`unknown time zone ${zone}`);
  }
}

const ofTimestamps: Library = Object.assign(
  {},
  ...Object.keys(parts).map((name) => ({
    [`timestamp.${name}(): int`]: (time: CelValue) => part(name, time, ''),
    [`timestamp.${name}(string): int`]: (time: CelValue, zone: CelValue) => part(name, time, asText(zone)),
  })),
);

/** Parts of times and durations. A duration is given whole in the unit, but for its milliseconds. */
export const times: Library = {
  ...ofTimestamps,
  'duration.getHours(): int': (value) => asNanos(value) / 3_600_000_000_000n,
  'duration.getMinutes(): int': (value) => asNanos(value) / 60_000_000_000n,
  'duration.getSeconds(): int': (value) => asNanos(value) / 1_000_000_000n,
  'duration.getMilliseconds(): int': (value) => asNanos(value) / 1_000_000n,
};
