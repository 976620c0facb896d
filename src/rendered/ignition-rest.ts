import { secretMark } from './hide-secrets.ts';
import { digest } from './hide-written.ts';
import type { Part } from './part.ts';

/** Contents that are a file of their own, by the list whose items have them. */
const separate: Readonly<Record<string, readonly string[]>> = {
  files: ['contents', 'append'],
  units: ['contents'],
  dropins: ['contents'],
};

/** https://coreos.github.io/ignition/configuration-v3_5/ */
const secretKeys: ReadonlySet<string> = new Set(['passwordHash', 'keyFile']);

/**
 * An Ignition config, as indented JSON, without the contents of files and units: modes, owners, users, links, file
 * systems, kernel arguments and what is fetched at first boot are left. Takes JSON that the upstream parser takes.
 */
export function withoutContents(text: string): Pick<Part, 'text' | 'hidden'> {
  const secrets: unknown[] = [];
  const shown = `${JSON.stringify(rest(JSON.parse(text), '', '', secrets), null, 2)}\n`;
  return secrets.length === 0 ? { text: shown } : { text: shown, hidden: digest(JSON.stringify(secrets)) };
}

/**
 * @param key of the value
 * @param list key of the list that the value is an item of
 * @param secrets where values go that are not shown
 */
function rest(value: unknown, key: string, list: string, secrets: unknown[]): unknown {
  if (secretKeys.has(key)) {
    secrets.push(value);
    return secretMark;
  }
  if (Array.isArray(value)) return value.map((item) => rest(item, '', key, secrets));
  if (typeof value === 'string') return /^data:/i.test(value) ? '(data)' : value;
  if (typeof value !== 'object' || value === null) return value;
  const holders = separate[list] ?? [];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, held]) => !holders.includes(name) || isFetched(held))
      .map(([name, held]) => [name, rest(held, name, '', secrets)]),
  );
}

/** Whether contents are an address: nobody sees them before the machine does. */
function isFetched(contents: unknown): boolean {
  return /"source":"(?!data:)[^"]/i.test(JSON.stringify(contents) ?? '');
}
