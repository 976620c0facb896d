import { expect, test } from 'vitest';
import { type Cases, indented, saidOf } from './said-of.ts';

const right = [
  '*/5 * * * *',
  '0 22 * * 1-5',
  '0 0 1,15 jan-MAR sun',
  '? ? ? ? ?',
  '*-5 5/10 * * *',
  '  0 0 * * *  ',
  '0\t0 * * ,',
  '@hourly',
  '@every 1h30m',
];

test.each(right)('the schedule %j passes', (schedule) => {
  expect(saidOf(cronJob(`schedule: ${JSON.stringify(schedule)}`))).toEqual([]);
});

const fields = 'must have 5 fields (minute, hour, day of the month, month, day of the week)';
const wrong: readonly (readonly [schedule: string, words: string])[] = [
  ['* * * *', `${fields}, has 4`],
  ['0 */5 * * * *', `${fields}, has 6`],
  ['60 * * * *', 'must have as the minute "*", numbers from 0 to 59, ranges (1-5) or steps (*/5)'],
  ['* 24 * * *', 'as the hour'],
  ['* * 0 * *', 'as the day of the month'],
  ['* * * foo *', 'as the month "*", numbers from 1 to 12 or jan to dec'],
  ['* * * * 7', 'as the day of the week "*", numbers from 0 to 6 or sun to sat'],
  ['5-1 * * * *', 'as the minute'],
  ['*/0 * * * *', 'as the minute'],
  ['1-2-3 * * * *', 'as the minute'],
  ['*/1/2 * * * *', 'as the minute'],
  ['-1 * * * *', 'as the minute'],
  ['@reboot', 'must be @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly or @every'],
  ['@every day', 'must have a duration behind @every'],
  ['CRON_TZ=Europe/Berlin 0 0 * * *', 'must not name a time zone, which belongs in spec.timeZone'],
];

test.each(wrong)('the schedule %j does not', (schedule, words) => {
  const said = saidOf(cronJob(`schedule: ${JSON.stringify(schedule)}`));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`spec.schedule ${words.startsWith('as ') ? `must have ${words}` : words}`);
});

const zone = 'invalid-value: spec.timeZone must be a name of the IANA time zones, such as Europe/Berlin, not';
const cases: Cases = [
  ['timeZone: America/Argentina/Buenos_Aires'],
  ['timeZone: UTC'],
  ['timeZone: europe/berlin', `${zone} "europe/berlin"`],
  ['timeZone: Local', `${zone} "Local"`],
  ['timeZone: ""', `${zone} ""`],
  [
    'concurrencyPolicy: Never',
    'unsupported-value: spec.concurrencyPolicy must be Allow, Forbid or Replace, not "Never"',
  ],
  [
    'startingDeadlineSeconds: -1',
    'invalid-value: spec.startingDeadlineSeconds must not be negative, but is -1',
  ],
];

test.each(cases)('%s', (field, ...said) => {
  expect(saidOf(cronJob(`schedule: "@daily"\n${field}`))).toEqual(said);
});

test('a schedule is needed, and a short name', () => {
  const long = cronJob('').replace('name: backup', `name: ${'b'.repeat(53)}`);
  expect(saidOf(long)).toEqual([
    'name: metadata.name must have at most 52 characters, because its Jobs are named for it, not 53',
    'missing-value: spec.schedule must be set',
  ]);
});

test('the Jobs select their own pods', () => {
  const manifest = cronJob('schedule: "@daily"', 'manualSelector: true\nselector: {}');
  expect(saidOf(manifest)).toEqual([
    'invalid-value: spec.jobTemplate.spec.selector must not be set, because the API server makes it',
    'forbidden-field: spec.jobTemplate.spec.manualSelector must not be true for a CronJob',
  ]);
});

function cronJob(specFields: string, jobFields = ''): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata: {name: backup}
spec:
${indented(specFields, 2)}
  jobTemplate:
    spec:
${indented(jobFields, 6)}
      template: {spec: {restartPolicy: Never, containers: [{name: web, image: nginx}]}}
`;
}
