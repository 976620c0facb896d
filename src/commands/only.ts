import { didYouMean } from '../model/did-you-mean.ts';
import { compareText } from '../model/origin.ts';
import type { MatrixEntry } from '../model/rendered-cluster.ts';
import { UsageError } from './usage-error.ts';

/** What `--only` may ask for. */
export const onlyKeys = ['name', 'platform', 'os', 'networking', 'arch', 'controllers'] as const;

type OnlyKey = (typeof onlyKeys)[number];

/** Which entries are wanted: for each key one of its values; names are patterns with `*` and `?`. */
export type Narrowing = ReadonlyMap<OnlyKey, readonly string[]>;

/** Reads `--only key=value` options. Throws a {@link UsageError} for what is none. */
export function parseOnly(options: readonly string[]): Narrowing {
  const narrowing = new Map<OnlyKey, string[]>();
  for (const option of options) {
    const [, name = option, value] = /^([^=]*)=(.*)$/s.exec(option) ?? [];
    const key = onlyKeys.find((each) => each === name);
    if (key === undefined) {
      const hint = didYouMean(name, onlyKeys);
      throw new UsageError(
        `--only: ${name} is none of ${onlyKeys.join(', ')}${hint ? `; did you mean ${hint}?` : ''}`,
      );
    }
    if (!value) throw new UsageError(`--only ${option}: write ${key}=VALUE`);
    narrowing.set(key, [...(narrowing.get(key) ?? []), value]);
  }
  return narrowing;
}

/**
 * The entries that are wanted. Throws a {@link UsageError} for a value that no entry has: a slip of the hand would
 * otherwise pass as clean.
 */
export function narrow<T extends { readonly entry: MatrixEntry }>(
  items: readonly T[],
  narrowing: Narrowing,
): T[] {
  for (const [key, values] of narrowing) {
    for (const value of values) requireValue(key, value, items);
  }
  const wanted = items.filter(isWanted(narrowing));
  if (wanted.length === 0 && items.length > 0 && narrowing.size > 0) {
    throw new UsageError('--only: no entry has all of it; `windtunnel matrix` lists the entries');
  }
  return wanted;
}

/** Tells the entries that are wanted, whether or not there are any. */
export function isWanted(narrowing: Narrowing): (item: { readonly entry: MatrixEntry }) => boolean {
  return ({ entry }) =>
    [...narrowing].every(([key, values]) => values.some((value) => isMeant(entry, key, value)));
}

function requireValue(key: OnlyKey, value: string, items: readonly { readonly entry: MatrixEntry }[]): void {
  if (items.some(({ entry }) => isMeant(entry, key, value))) return;
  const known = [...new Set(items.flatMap(({ entry }) => textOf(entry, key) ?? []))].sort(compareText);
  const hint = didYouMean(value, known);
  const others =
    key === 'name' ? '' : `: there ${known.length === 0 ? 'is none' : `are ${known.join(', ')}`}`;
  throw new UsageError(
    `--only ${key}=${value}: no entry has it${others}${hint ? `; did you mean ${hint}?` : ''}`,
  );
}

function isMeant(entry: MatrixEntry, key: OnlyKey, value: string): boolean {
  const text = textOf(entry, key);
  if (text === undefined) return false;
  return key === 'name' ? matchesPattern(text, value) : text === value;
}

function textOf(entry: MatrixEntry, key: OnlyKey): string | undefined {
  const value = entry[key];
  return value === undefined ? undefined : String(value);
}

/** `*` stands for any text, `?` for one character. Takes time in proportion to both lengths at most. */
function matchesPattern(text: string, pattern: string): boolean {
  let [at, from, star, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    if (pattern[from] === '*') {
      star = from;
      resume = at;
      from += 1;
    } else if (pattern[from] === '?' || pattern[from] === text[at]) {
      from += 1;
      at += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      from = star + 1;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(from));
}
