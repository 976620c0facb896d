/** Nanoseconds since 1970 in UTC. */
export type UnixNanos = bigint;

const nanosPerMilli = 1_000_000n;

/** `2006-01-02`; undefined when no calendar has that day. */
export function parseDate(text: string): UnixNanos | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  // Years below 100 mean 19xx to Date.UTC.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0;
  return isReal ? BigInt(date.getTime()) * nanosPerMilli : undefined;
}

const minuteNanos = 60_000_000_000n;

/**
 * A time of RFC 3339 as Go's `time.Parse` takes it: capital T and Z.
 * @param zone whether the offset may be missing, which means UTC
 */
export function parseTime(text: string, zone: 'required' | 'optional'): UnixNanos | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (!found) return undefined;
  const [, day = '', hour = '', minute = '', second = '', fraction = '', offset] = found;
  const date = parseDate(day);
  if (date === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (offset === undefined && zone === 'required') return undefined;
  const shift = offsetMinutes(offset ?? 'Z');
  if (shift === undefined) return undefined;
  const minutes = BigInt(Number(hour) * 60 + Number(minute) - shift);
  const nanos = BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return date + minutes * minuteNanos + BigInt(second) * 1_000_000_000n + nanos;
}

function offsetMinutes(offset: string): number | undefined {
  if (offset === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4));
  if (hours > 24 || minutes > 60) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** RFC 3339 in UTC, with as many digits of the second as there are. */
export function formatTime(time: UnixNanos): string {
  const nanos = ((time % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const seconds = (time - nanos) / 1_000_000n;
  const text = new Date(Number(seconds)).toISOString().slice(0, 19);
  const fraction = nanos.toString().padStart(9, '0').replace(/0+$/, '');
  return `${text}${fraction === '' ? '' : `.${fraction}`}Z`;
}
