import type { ValueType } from './directives.ts';
import { isTimeSpan } from './time-span.ts';

/** What systemd accepts as a value of one type. */
export interface ValueForm {
  /** Completes "Type= takes ...". */
  readonly takes: string;
  readonly accepts: (value: string) => boolean;
  /** The closed set of values, where it is one. */
  readonly values?: readonly string[];
}

const yes = ['1', 'yes', 'y', 'true', 't', 'on'];
const no = ['0', 'no', 'n', 'false', 'f', 'off'];

/** True for a boolean that says yes. */
export function isTrue(value: string | undefined): boolean {
  return value !== undefined && yes.includes(value.toLowerCase());
}

function isBoolean(value: string): boolean {
  return isTrue(value) || no.includes(value.toLowerCase());
}

function oneOf(...values: readonly string[]): ValueForm {
  return { takes: listed(values), accepts: (value) => values.includes(value), values };
}

function booleanOr(...values: readonly string[]): ValueForm {
  return {
    takes: `a boolean, ${listed(values)}`,
    accepts: (value) => isBoolean(value) || values.includes(value),
    values,
  };
}

function matching(takes: string, form: RegExp): ValueForm {
  return { takes, accepts: (value) => form.test(value) };
}

function listed(values: readonly string[]): string {
  return values.length === 1 ? `${values[0]}` : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

const forced = ['reboot', 'poweroff', 'exit', 'soft-reboot', 'kexec', 'halt'];
const immediate = ['reboot', 'poweroff', 'halt'];
const integer = '\\+?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|[0-9]+)';
const size = '[0-9]+(?:\\.[0-9]+)?[ ]*[EPTGMKB]?';
// Several in a row add up: `1G 512M`.
const sizes = `${size}(?:[ ]*${size})*`;

/**
 * Types of value with a form that is certain, as of systemd 258. Everything else is left to systemd.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.directives.html
 */
export const valueForms: ReadonlyMap<ValueType, ValueForm> = new Map([
  ['BOOLEAN', { takes: 'a boolean: yes or no', accepts: isBoolean }],
  ['SECONDS', { takes: 'a time span such as 90, 5min 20s or infinity', accepts: isTimeSpan }],
  ['MODE', matching('an octal access mode such as 0755', /^0*[0-7]{1,4}$/)],
  ['UNSIGNED', matching('a number that is not negative', new RegExp(`^${integer}$`))],
  [
    'MEMORY',
    matching(
      'bytes, with K, M, G or T (512M, not 512Mi or 512MB), a percentage or infinity',
      new RegExp(`^(?:infinity|${sizes}|[0-9.]+[%\u2030\u2031])$`),
    ),
  ],
  ['RLIMITCOUNT', matching('a number or infinity, or two as SOFT:HARD', rlimit(integer))],
  ['RLIMITSIZE', matching('bytes, with K, M, G or T, or infinity, or two as SOFT:HARD', rlimit(sizes))],
  ['SERVICETYPE', oneOf('simple', 'exec', 'forking', 'oneshot', 'dbus', 'notify', 'notify-reload', 'idle')],
  ['SERVICEEXITTYPE', oneOf('main', 'cgroup')],
  [
    'SERVICERESTART',
    oneOf('no', 'on-success', 'on-failure', 'on-abnormal', 'on-watchdog', 'on-abort', 'always'),
  ],
  ['RESTARTMODE', oneOf('normal', 'direct', 'debug')],
  ['KILLMODE', oneOf('control-group', 'mixed', 'process', 'none')],
  ['NOTIFYACCESS', oneOf('none', 'main', 'exec', 'all')],
  ['OOMPOLICY', oneOf('continue', 'stop', 'kill')],
  ['TIMEOUTMODE', oneOf('terminate', 'abort', 'kill')],
  [
    'ACTION',
    oneOf(
      'none',
      ...forced,
      ...forced.map((each) => `${each}-force`),
      ...immediate.map((each) => `${each}-immediate`),
    ),
  ],
  ['COLLECTMODE', oneOf('inactive', 'inactive-or-failed')],
  ['POLICY', oneOf('auto', 'closed', 'strict')],
  ['SOCKETBIND', oneOf('default', 'both', 'ipv6-only')],
  ['PROTECTSYSTEM', booleanOr('full', 'strict')],
  ['PROTECTHOME', booleanOr('read-only', 'tmpfs')],
  ['PROTECTCONTROLGROUPS', booleanOr('private', 'strict')],
  ['PRIVATETMP', booleanOr('disconnected')],
  ['PRIVATEUSERS', booleanOr('self', 'identity', 'full', 'managed')],
  ['PRESERVE', booleanOr('restart')],
  [
    'OUTPUT',
    matching(
      'inherit, null, tty, journal, kmsg, journal+console, kmsg+console, socket, fd:NAME, file:PATH, append:PATH or truncate:PATH',
      /^(?:inherit|null|tty|socket|(?:journal|kmsg|syslog)(?:\+console)?|fd(?::.*)?|(?:file|append|truncate):.*)$/,
    ),
  ],
  [
    'WORKINGDIRECTORY',
    matching('an absolute path or ~, with - in front when it may be missing', /^-?(?:\/.*|~|.*%.*)$/),
  ],
]);

function rlimit(one: string): RegExp {
  const either = `(?:infinity|${one})`;
  return new RegExp(`^${either}(?::${either})?$`);
}
