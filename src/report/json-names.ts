import type { Report } from '../model/report.ts';
import { OneLine } from './escape-json.ts';

/** In a report with very many names, longer lists give theirs by number: 5,000 findings may each hold for 256 entries. */
export const mostPlainNames = 32;
/** Names in all lists, from which on they are given by number: about 5 MB of them. Programs seldom meet that. */
const manyNames = 200_000;
/** UTF-16 units of a name that a number may stand for. */
export const longestSharedName = 500;

/** The names that long lists of a report share, and the lists as they are written. */
export class JsonNames {
  readonly #numbers = new Map<string, number>();
  readonly #sharesNames: boolean;

  constructor(report: Report) {
    this.#sharesNames = countNames(report) > manyNames;
  }

  /** A list of names on one line; of a long one they may be numbers of names in {@link all}. */
  list(names: readonly string[]): OneLine {
    if (!this.#sharesNames || names.length <= mostPlainNames) return new OneLine(names);
    return new OneLine(names.map((name) => (name.length > longestSharedName ? name : this.#numberOf(name))));
  }

  /** In the order of their first use in a list; undefined when no list needs them. */
  all(): readonly string[] | undefined {
    return this.#numbers.size === 0 ? undefined : [...this.#numbers.keys()];
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }
}

function countNames({ findings, suppressed, gaps, base, difference, rendered = [] }: Report): number {
  const lists = [
    findings,
    suppressed.map(({ finding }) => finding),
    gaps,
    base?.findings ?? [],
    difference?.changes ?? [],
    rendered,
  ];
  return lists.flat().reduce((sum, { entries }) => sum + entries.length, 0);
}
