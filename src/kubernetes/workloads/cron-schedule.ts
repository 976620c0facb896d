import { parseDuration } from '../golang/duration.ts';
import { readInt64 } from './annotated-number.ts';

// https://github.com/robfig/cron/blob/v3.0.1/parser.go (ParseStandard)

interface CronField {
  readonly title: string;
  readonly least: number;
  readonly most: number;
  readonly names: readonly string[];
  /** Value of the first name. */
  readonly firstName: number;
}

const fields: readonly CronField[] = [
  { title: 'the minute', least: 0, most: 59, names: [], firstName: 0 },
  { title: 'the hour', least: 0, most: 23, names: [], firstName: 0 },
  { title: 'the day of the month', least: 1, most: 31, names: [], firstName: 0 },
  {
    title: 'the month',
    least: 1,
    most: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
    firstName: 1,
  },
  {
    title: 'the day of the week',
    least: 0,
    most: 6,
    names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
    firstName: 0,
  },
];

const descriptors = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];
const every = '@every ';

// Go's `unicode.IsSpace`, which differs from \s of JavaScript in U+0085 and U+FEFF.
const space = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** What a schedule must be, to stand behind its path; undefined when it is right. */
export function cronMistake(schedule: string): string | undefined {
  if (schedule.startsWith('@')) return descriptorMistake(schedule);
  const parts = schedule.split(space).filter((part) => part !== '');
  if (parts.length !== fields.length) {
    return `must have 5 fields (minute, hour, day of the month, month, day of the week), has ${parts.length}`;
  }
  for (const [index, field] of fields.entries()) {
    const ranges = (parts[index] ?? '').split(',');
    const wrong = ranges.find((range) => range !== '' && !isRange(range, field));
    if (wrong !== undefined) return `must have ${wordsOf(field)}`;
  }
  return undefined;
}

function descriptorMistake(schedule: string): string | undefined {
  if (descriptors.includes(schedule)) return undefined;
  if (!schedule.startsWith(every)) return `must be ${descriptors.join(', ')} or @every with a duration`;
  return parseDuration(schedule.slice(every.length)) === undefined
    ? 'must have a duration behind @every, such as 1h30m'
    : undefined;
}

function wordsOf({ title, least, most, names }: CronField): string {
  const named = names.length > 0 ? ` or ${names[0]} to ${names.at(-1)}` : '';
  return `as ${title} "*", numbers from ${least} to ${most}${named}, ranges (1-5) or steps (*/5)`;
}

/** `number`, `number-number`, `*` or `?`, each with `/step` or without. */
function isRange(text: string, field: CronField): boolean {
  const [range = '', step, ...more] = text.split('/', 3);
  const stepSize = step === undefined ? 1 : readNumber(step);
  if (more.length > 0 || stepSize === undefined || stepSize === 0) return false;
  const [low = '', high, ...rest] = range.split('-', 3);
  // What follows a star is not looked at.
  if (low === '*' || low === '?') return true;
  const start = readValue(low, field);
  if (rest.length > 0 || start === undefined || start < field.least) return false;
  // `5/10` runs to the end, `5` alone does not.
  const alone = step === undefined ? start : field.most;
  const end = high === undefined ? alone : readValue(high, field);
  return end !== undefined && end <= field.most && start <= end;
}

function readValue(text: string, { names, firstName }: CronField): number | undefined {
  const named = names.indexOf(text.toLowerCase());
  return named >= 0 ? named + firstName : readNumber(text);
}

function readNumber(text: string): number | undefined {
  const number = readInt64(text);
  return number !== undefined && number >= 0n ? Number(number) : undefined;
}
