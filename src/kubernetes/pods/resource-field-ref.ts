import { child, type FieldPath } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { parseQuantity, signOf } from '../meta/quantity.ts';
import { reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject, JsonValue } from '../value.ts';

const resources = [
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
];

function isHugePages(resource: string): boolean {
  return resource.startsWith('limits.hugepages-') || resource.startsWith('requests.hugepages-');
}

/** A limit or request of a container, given to it; a file in a volume has to say of which container. */
export function checkResourceFieldRef(
  reference: JsonObject,
  path: FieldPath,
  problems: Problems,
  inVolume: boolean,
): void {
  const resource = text(reference, 'resource');
  if (inVolume && text(reference, 'containerName') === '')
    reportMissing(problems, child(path, 'containerName'));
  else if (resource === '') reportMissing(problems, child(path, 'resource'));
  else if (!resources.includes(resource) && !isHugePages(resource))
    reportUnsupported(problems, child(path, 'resource'), resource, resources);
  checkDivisor(reference['divisor'], resource, child(path, 'divisor'), problems);
}

function checkDivisor(
  divisor: JsonValue | undefined,
  resource: string,
  path: FieldPath,
  problems: Problems,
): void {
  const quantity = divisor === undefined ? undefined : parseQuantity(divisor);
  if (quantity === undefined || signOf(quantity) === 0) return;
  const written = typeof divisor === 'string' ? divisor : String(divisor);
  if (written === '1' || (written === '1Mi' && !resource.endsWith('.cpu'))) return;
  if (resource.endsWith('.cpu')) {
    if (!isOne(written) && !isThousandth(written)) reportInvalid(problems, path, 'must be 1 or 1m for cpu');
  } else if ((resources.includes(resource) || isHugePages(resource)) && !isUnit(written)) {
    reportInvalid(
      problems,
      path,
      'must be 1 or one of 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi and 1Ei',
    );
  }
}

// The API server compares what it would print: 1024Ki is 1Mi, 1000m is 1, but 1e3 stays 1e3.
const number = /^\+?0*([0-9]*)(?:\.([0-9]*))?([numkMGTPE]?|[KMGTPE]i|[eE][+-]?[0-9]{1,3})$/;
const decimal: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binary: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };

/** Exactly one thousandth of the unit, counted in billionths. */
function isThousandth(text: string): boolean {
  return nanosOf(text) === 1_000_000n && !isExponent(text);
}

function isOne(text: string): boolean {
  return nanosOf(text) === 1_000_000_000n;
}

/** A power of the suffix's own base, printed as 1 and a suffix. */
function isUnit(text: string): boolean {
  const nanos = nanosOf(text);
  if (nanos === undefined) return false;
  const base = text.endsWith('i') ? 1024n : 1000n;
  for (let power = 0n, unit = 1_000_000_000n; power <= 6n; power += 1n, unit *= base) {
    if (nanos === unit) return power === 0n || !isExponent(text);
  }
  return false;
}

function isExponent(text: string): boolean {
  return /[eE][+-]?[0-9]/.test(text);
}

function nanosOf(text: string): bigint | undefined {
  const [, whole = '', fraction = '', suffix = ''] = number.exec(text.trim()) ?? [undefined, undefined];
  const digits = whole + fraction;
  if (digits === '' || digits.length > 40) return undefined;
  const power = binary[suffix];
  const scale = decimal[suffix] ?? (power === undefined ? Number(suffix.slice(1)) : 0);
  const shift = scale + 9 - fraction.length;
  const unscaled = BigInt(digits) * 1024n ** BigInt(power ?? 0);
  if (shift >= 0) return shift > 60 ? undefined : unscaled * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  return unscaled % divisor === 0n ? unscaled / divisor : undefined;
}
