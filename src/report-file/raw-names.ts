import { limits } from './limits.ts';

/** Names, or numbers of names in a table that long lists share. */
export type RawNames = readonly (string | number)[];

/**
 * Gives the names of lists. A number stands for a short name, and only in a long list: a small file must not become a
 * large report.
 *
 * @param complain is told what is wrong with a list, in a sentence
 */
export function nameReader(
  table: readonly string[] = [],
  complain: (problem: string) => void,
): (list: RawNames) => readonly string[] {
  if (table.some((name) => name.length > limits.sharedName))
    complain(`a name in \`names\` has more than ${limits.sharedName} characters`);
  if (new Set(table).size < table.length) complain('a name is there twice in `names`');
  return (list) => {
    const names = list.map((item) => {
      if (typeof item === 'string') return item;
      if (list.length <= limits.plainNames) complain('a short list gives names by number');
      const name = table[item];
      if (name === undefined) complain(`there is no name of number ${item}`);
      return name ?? '';
    });
    if (new Set(names).size < names.length) complain('a list names something twice');
    return names;
  };
}
