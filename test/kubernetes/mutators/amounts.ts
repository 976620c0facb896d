import type { Mutators } from './mutation.ts';
import { replacing } from './places.ts';

const percentField = /^(maxSurge|maxUnavailable|minAvailable|partition)$/;
const secondsField = /(Seconds|Limit|Percent|Utilization|Percentage)$/;
const timeField = /(Time|Timestamp|timeAdded)$/;

/** Percentages, times, schedules, and other small languages inside strings. */
export const amountMutators: Mutators = {
  'percent-malformed': replacing(({ field }) =>
    percentField.test(field) ? ['25', '25 %', '-10%', '%', 'abc%', '10.5%', '', 'half'] : [],
  ),
  'percent-edges': replacing(({ field }) =>
    percentField.test(field) ? ['0%', '100%', '101%', '150%', '007%', 0, -1, 1, 1.5] : [],
  ),
  'seconds-as-duration': replacing(({ field }) =>
    secondsField.test(field) ? ['30s', '5m', '1h30m', '60'] : [],
  ),
  'seconds-edges': replacing(({ field }) =>
    secondsField.test(field) ? [0, -1, -5, 1, 59, 301, 3_601, 86_401] : [],
  ),
  'schedule-malformed': replacing(({ field }) =>
    field === 'schedule'
      ? [
          '* * * *',
          '60 * * * *',
          '* 24 * * *',
          '* * 0 * *',
          '* * * 13 *',
          '* * * * 8',
          '@often',
          '*/0 * * * *',
          'every day',
          '0 0 * * * *',
          '5-1 * * * *',
          '@every',
          'TZ=Nowhere/X 0 * * * *',
          '',
        ]
      : [],
  ),
  'schedule-fine': replacing(({ field }) =>
    field === 'schedule'
      ? [
          '@daily',
          '@every 1h30m',
          '0 0 1 1 *',
          '*/5 * * * *',
          '0-30/10 8,20 * * SUN',
          '* * ? * ?',
          ' 0 0 * * * ',
          '0 0 * * 7',
          '0 0 31 2 *',
          '@midnight',
          '@Weekly',
        ]
      : [],
  ),
  'schedule-zone': replacing(({ field }) =>
    field === 'schedule' ? ['TZ=UTC 0 * * * *', 'CRON_TZ=Europe/Oslo 0 * * * *'] : [],
  ),
  'time-zone': replacing(({ field }) =>
    field === 'timeZone'
      ? [
          'UTC',
          'Local',
          'Mars/Base',
          'europe/berlin',
          '+02:00',
          'CET',
          '',
          'Etc/GMT+5',
          'America/New_York',
          'EST5EDT',
          '../etc',
        ]
      : [],
  ),
  'time-malformed': replacing(({ field }) =>
    timeField.test(field)
      ? [
          'yesterday',
          '2026-01-01',
          '2026-01-01 00:00:00',
          '2026-13-01T00:00:00Z',
          '2026-01-01T00:00:00',
          1_700_000_000,
        ]
      : [],
  ),
  'time-fine': replacing(({ field }) =>
    timeField.test(field)
      ? ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00+02:00', '2026-01-01T00:00:00.5Z']
      : [],
  ),
  'mode-bits': replacing(({ field }) =>
    /^(mode|defaultMode)$/.test(field) ? [0o644, 644, '0644', 0o777, 512, 1_000, -1, 0] : [],
  ),
};
