import type { ResourceAnswer } from '../../core/terraform-protocol.ts';
import { readTime, rfc3339 } from './clock.ts';
import { Configuration } from './configuration.ts';
import { type Emulate, family } from './family.ts';

const units = ['years', 'months', 'days', 'hours', 'minutes', 'seconds'] as const;

/** `time_static`: https://registry.terraform.io/providers/hashicorp/time/latest/docs/resources/static */
const timeStatic: Emulate = (request, { now }) => {
  const config = new Configuration(request);
  const base = baseTime(config, 'rfc3339', now);
  return finish(config, base, () => ({ id: rfc3339(base), rfc3339: rfc3339(base), ...parts(base) }));
};

/** `time_offset`: https://registry.terraform.io/providers/hashicorp/time/latest/docs/resources/offset */
const timeOffset: Emulate = (request, { now }) => {
  const config = new Configuration(request);
  const base = baseTime(config, 'base_rfc3339', now);
  const moved = move(config, 'offset', base);
  return finish(config, moved, () => ({
    id: rfc3339(base),
    base_rfc3339: rfc3339(base),
    rfc3339: rfc3339(moved),
    ...parts(moved),
  }));
};

/** `time_rotating`: https://registry.terraform.io/providers/hashicorp/time/latest/docs/resources/rotating */
const timeRotating: Emulate = (request, { now }) => {
  const config = new Configuration(request);
  const base = baseTime(config, 'rfc3339', now);
  const moment = config.text('rotation_rfc3339');
  const moved =
    moment === undefined ? move(config, 'rotation', base) : baseTime(config, 'rotation_rfc3339', now);
  return finish(config, moved, () => ({
    id: rfc3339(base),
    rfc3339: rfc3339(base),
    rotation_rfc3339: rfc3339(moved),
    ...parts(base),
  }));
};

/** `time_sleep` has nothing to wait for: https://registry.terraform.io/providers/hashicorp/time/latest/docs/resources/sleep */
const timeSleep: Emulate = (request, { now }) => {
  const config = new Configuration(request);
  for (const name of ['create_duration', 'destroy_duration']) {
    const duration = config.text(name);
    if (duration !== undefined && !/^[0-9]+(?:\.[0-9]+)?(?:ms|s|m|h)$/.test(duration)) {
      config.refuse(
        `The attribute "${name}" of time_sleep must be a number and a unit, ms, s, m or h, as in "30s".`,
        name,
      );
    }
  }
  return finish(config, now, () => ({ id: rfc3339(now) }));
};

/** The clock stands still at a moment that is the same in every run. */
export const time = family(['time'], {
  time_static: timeStatic,
  time_offset: timeOffset,
  time_rotating: timeRotating,
  time_sleep: timeSleep,
});

function finish(
  config: Configuration,
  moment: number,
  values: () => ResourceAnswer['values'],
): ResourceAnswer {
  if (Math.abs(moment) > longestTime) config.refuse('The time is beyond the year 9999.');
  return config.problems.length > 0 ? { values: {}, problems: config.problems } : { values: values() };
}

// A year is what RFC 3339 can write with four digits.
const longestTime = 253_402_300_799;

function baseTime(config: Configuration, attribute: string, now: number): number {
  const text = config.text(attribute);
  if (text === undefined) return now;
  const refuse = (): undefined =>
    config.refuse(
      `The attribute "${attribute}" must be a time of the form of RFC 3339, "2024-01-01T00:00:00Z".`,
      attribute,
    );
  return readTime(text) ?? refuse() ?? now;
}

function move(config: Configuration, prefix: 'offset' | 'rotation', base: number): number {
  const amounts = units.map((unit) => config.wholeNumber(`${prefix}_${unit}`));
  if (!units.some((unit) => config.isSet(`${prefix}_${unit}`))) {
    const choices = units.map((unit) => `${prefix}_${unit}`).join(', ');
    config.refuse(`At least one of ${choices} is required.`);
  }
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = amounts.map(
    (amount) => amount ?? 0,
  );
  const date = new Date(base * 1000);
  // As Go does: January 31 and one month are in March.
  date.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth() + months, date.getUTCDate() + days);
  const moved = date.getTime() / 1000 + hours * 3600 + minutes * 60 + seconds;
  return Number.isFinite(moved) ? moved : Number.MAX_SAFE_INTEGER;
}

function parts(seconds: number): Record<string, number> {
  const date = new Date(seconds * 1000);
  return {
    unix: seconds,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}
