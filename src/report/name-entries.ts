/** Says which of some entries something holds for, in few words; names are untrusted text. */
export type NameEntries = (names: readonly string[]) => string;

interface SomeEntries {
  readonly entries: readonly { readonly name: string }[];
}

/** So many are named; one more costs no more room than `and 1 more`. */
const mostNamed = 3;

/** Where the name of a Terraform module ends: `aws/kubernetes networking=calico controllers=1`. */
const firstAxis = / [\w-]+=/;

/** `all 24 entries`; `10 entries: ` and their list, see {@link entryLists}; `entry a`. */
export function entryNames(all: SomeEntries): NameEntries {
  const list = entryLists(all);
  return (names) => {
    const [only] = names;
    if (only === undefined) return 'no entry';
    if (names.length === 1) return `entry ${only}`;
    return names.length === all.entries.length
      ? `all ${names.length} entries`
      : `${names.length} entries: ${list(names)}`;
  };
}

/**
 * `all of aws/flatcar, a, b and 4 more`: modules whose entries are all there by their name. The number behind `and` is
 * that of entries. No name is asked for twice, or is not among the entries.
 */
export function entryLists({ entries }: SomeEntries): NameEntries {
  const modules = new Map(entries.map(({ name }) => [name, moduleOf(name)]));
  const sizes = countBy([...modules.values()].filter((module) => module !== undefined));
  return (names) => {
    const found = countBy(names.flatMap((name) => modules.get(name) ?? []));
    const whole = new Set([...found.keys()].filter((key) => isWhole(found.get(key), sizes.get(key))));
    const items = new Map<string, number>();
    for (const name of names) {
      const module = modules.get(name);
      const isOfWhole = module !== undefined && whole.has(module);
      items.set(isOfWhole ? `all of ${module}` : name, isOfWhole ? (found.get(module) ?? 0) : 1);
    }
    return listed([...items]);
  };
}

function moduleOf(name: string): string | undefined {
  const end = name.search(firstAxis);
  return end === -1 ? undefined : name.slice(0, end);
}

/** A module of one entry is that entry, whose name says more. */
function isWhole(found: number | undefined, size: number | undefined): boolean {
  return found !== undefined && found > 1 && found === size;
}

function listed(items: readonly (readonly [string, number])[]): string {
  const named = items.length <= mostNamed + 1 ? items : items.slice(0, mostNamed);
  const more = items.slice(named.length).reduce((sum, [, count]) => sum + count, 0);
  return `${named.map(([text]) => text).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** For entries of the base, of which not all are known: each by its own name. */
export const ofBase: NameEntries = entryNames({ entries: [] });
