/**
 * The lowest of some releases, in ascending order, that a constraint allows; the newest when there is no constraint,
 * as `terraform init` would take it. Undefined when the constraint allows none of them, or is none.
 *
 * Constraints: https://developer.hashicorp.com/terraform/language/expressions/version-constraints
 */
export function lowestVersion(constraint: string | null, releases: readonly string[]): string | undefined {
  if (constraint === null || constraint.trim() === '') return releases.at(-1);
  return allowedVersions(constraint, releases)[0];
}

/** The highest of them, which `terraform init` would take without a lock file. */
export function highestVersion(constraint: string | null, releases: readonly string[]): string | undefined {
  if (constraint === null || constraint.trim() === '') return releases.at(-1);
  return allowedVersions(constraint, releases).at(-1);
}

function allowedVersions(constraint: string, releases: readonly string[]): readonly string[] {
  const parts = constraint.slice(0, longest).split(',').map(readPart);
  if (parts.includes(undefined)) return [];
  return releases.filter((release) => parts.every((part) => part?.(numbersOf(release))));
}

const longest = 1000;

type Numbers = readonly number[];

function readPart(text: string): ((release: Numbers) => boolean) | undefined {
  const match = /^\s*(=|!=|>=?|<=?|~>)?\s*v?(\d{1,9}(?:\.\d{1,9}){0,2})(?:-[0-9A-Za-z.-]+)?\s*$/.exec(text);
  if (!match?.[2]) return undefined;
  const wanted = numbersOf(match[2]);
  const holds = operators[match[1] ?? '='];
  return holds && ((release) => holds(compare(release, wanted), release, wanted));
}

const operators: Readonly<Record<string, (order: number, release: Numbers, wanted: Numbers) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  // Only the last number that is written may grow.
  '~>': (order, release, wanted) =>
    order >= 0 && compare(release.slice(0, wanted.length - 1), wanted.slice(0, -1)) === 0,
};

function numbersOf(version: string): Numbers {
  return version.split('.').map(Number);
}

function compare(a: Numbers, b: Numbers): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
