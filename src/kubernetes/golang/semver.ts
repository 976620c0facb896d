/** A version of https://semver.org/spec/v2.0.0.html, read strictly. */
export interface Semver {
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly prerelease: readonly string[];
  readonly build: string;
}

const number = '(0|[1-9]\\d*)';
const strict = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?$`,
);
const largest = 2n ** 64n - 1n;

/** Undefined when `text` is no version. */
export function parseSemver(text: string): Semver | undefined {
  const found = strict.exec(text);
  if (!found) return undefined;
  const [, major = '', minor = '', patch = '', prerelease, build = ''] = found;
  const numbers = [BigInt(major), BigInt(minor), BigInt(patch)] as const;
  if (numbers.some((value) => value > largest)) return undefined;
  const parts = prerelease === undefined ? [] : prerelease.split('.');
  if (parts.some((part) => part === '' || /^0\d+$/.test(part))) return undefined;
  if (build !== '' && build.split('.').includes('')) return undefined;
  return { numbers, prerelease: parts, build };
}

/** `v1.02` is made `1.2.0`, as Kubernetes' CEL library does when asked to normalise. */
export function normalizeSemver(text: string): string | undefined {
  const parts = text.replace(/^v/, '').split('.');
  // A pre-release and a build may hold dots: they are one part with the third number.
  const three = parts.length > 3 ? [...parts.slice(0, 2), parts.slice(2).join('.')] : parts;
  const cleaned = three.map((part) => (part.length > 1 ? withoutZeros(part) : part));
  if (cleaned.length < 3 && /[+-]/.test(cleaned.at(-1) ?? '')) return undefined;
  while (cleaned.length < 3) cleaned.push('0');
  return cleaned.join('.');
}

function withoutZeros(part: string): string {
  const stripped = part.replace(/^0+/, '');
  return /^\d/.test(stripped) ? stripped : `0${stripped}`;
}

/** Precedence: negative, zero or positive. The build does not count. */
export function compareSemver(a: Semver, b: Semver): number {
  for (const index of [0, 1, 2] as const) {
    if (a.numbers[index] !== b.numbers[index]) return a.numbers[index] < b.numbers[index] ? -1 : 1;
  }
  if (a.prerelease.length === 0 || b.prerelease.length === 0) {
    return Number(a.prerelease.length === 0) - Number(b.prerelease.length === 0);
  }
  for (const [index, part] of a.prerelease.entries()) {
    const other = b.prerelease[index];
    if (other === undefined) return 1;
    if (part !== other) return comparePart(part, other);
  }
  return a.prerelease.length - b.prerelease.length;
}

function comparePart(a: string, b: string): number {
  const aNumeric = /^\d+$/.test(a);
  const bNumeric = /^\d+$/.test(b);
  if (aNumeric && bNumeric) return BigInt(a) < BigInt(b) ? -1 : 1;
  if (aNumeric !== bNumeric) return aNumeric ? -1 : 1;
  return a < b ? -1 : 1;
}
