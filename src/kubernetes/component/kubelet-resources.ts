import { child } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { parseQuantity, signOf } from '../meta/quantity.ts';
import { quoted } from '../meta/quoted.ts';
import { duration } from './config-duration.ts';
import { type ConfigPart, checkWord, refuse } from './config-field.ts';

const reservable = ['cpu', 'ephemeral-storage', 'memory', 'pid'];

// https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#eviction-signals
const signals = [
  'allocatableMemory.available',
  'containerfs.available',
  'containerfs.inodesFree',
  'imagefs.available',
  'imagefs.inodesFree',
  'memory.available',
  'nodefs.available',
  'nodefs.inodesFree',
  'pid.available',
];

/** What is set aside for the system: `systemReserved` and `kubeReserved`. */
export function checkReserved(part: ConfigPart): void {
  for (const key of ['kubeReserved', 'systemReserved']) {
    const reserved = map(part.object, key);
    for (const resource of Object.keys(reserved ?? {})) {
      const here: ConfigPart = { ...part, path: child(part.path, key) };
      const value = text(reserved, resource);
      const quantity = parseQuantity(value);
      if (!reservable.includes(resource)) checkWord(here, resource, resource, reservable);
      else if (!quantity || signOf(quantity) < 0)
        refuse(here, resource, `must be a quantity of 0 or more, not ${quoted(value)}`);
    }
  }
}

/** Thresholds of eviction, each a quantity or a percentage. */
export function checkEviction(part: ConfigPart): void {
  for (const key of ['evictionHard', 'evictionMinimumReclaim', 'evictionSoft']) {
    const thresholds = map(part.object, key) ?? {};
    const here: ConfigPart = { ...part, object: thresholds, path: child(part.path, key) };
    // To reclaim nothing is allowed, to wait until nothing is left is not.
    const least = key === 'evictionMinimumReclaim' ? 0 : 1;
    for (const signal of Object.keys(thresholds)) checkThreshold(here, signal, least);
  }
  checkGracePeriods(part);
}

function checkGracePeriods(part: ConfigPart): void {
  const periods = map(part.object, 'evictionSoftGracePeriod') ?? {};
  const here: ConfigPart = { ...part, object: periods, path: child(part.path, 'evictionSoftGracePeriod') };
  for (const signal of Object.keys(periods)) {
    checkWord(here, signal, signal, signals);
    const period = duration(periods, signal);
    if (period === undefined || period < 0n) refuse(here, signal, 'must be a duration such as 1m30s');
  }
  const soft = map(part.object, 'evictionSoft') ?? {};
  for (const signal of Object.keys(soft)) {
    const isOff = /^(?:0|100)%$/.test(text(soft, signal));
    if (signals.includes(signal) && !isOff && text(periods, signal) === '')
      refuse(here, signal, `must be set, because evictionSoft has ${signal}`);
  }
}

/** `least`: the sign that a quantity must have at least. */
function checkThreshold(here: ConfigPart, signal: string, least: 0 | 1): void {
  if (!signals.includes(signal)) {
    checkWord(here, signal, signal, signals);
    return;
  }
  const value = text(here.object, signal);
  if (value.endsWith('%')) {
    const percent = /^\d{1,9}(?:\.\d{0,9})?%$/.test(value) ? Number.parseFloat(value) : -1;
    if (percent < 0 || percent > 100) refuse(here, signal, `must be from 0% to 100%, not ${quoted(value)}`);
    return;
  }
  const quantity = parseQuantity(value);
  if (!quantity || signOf(quantity) < least)
    refuse(here, signal, `must be a quantity above 0 or a percentage, not ${quoted(value)}`);
}
