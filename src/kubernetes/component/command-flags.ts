import { type Component, findFlag, flagOfShorthand } from './flag-table.ts';
import { isOptionalType } from './flag-value.ts';

/** A flag as it stands on a command line. */
export interface GivenFlag {
  /** With hyphens, as components normalize names; empty when the word cannot be read as a flag. */
  readonly name: string;
  /** The words of the name and of the value, and the range of each in its word. */
  readonly nameAt: Place;
  readonly valueAt: Place | undefined;
  /** Undefined when there is none. */
  readonly value: string | undefined;
}

/** A range of a word; offsets are UTF-16 code units. */
export interface Place {
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

/** A word that is no flag and no flag's value. */
export interface StrayWord {
  readonly text: string;
  readonly at: Place;
  /** The flag before it. */
  readonly after: GivenFlag | undefined;
}

/** The words of a command line as pflag takes them apart. */
export interface ParsedFlags {
  readonly flags: readonly GivenFlag[];
  readonly strays: readonly StrayWord[];
}

/**
 * Takes the arguments of a component apart as pflag does: which flags take the next word is known by their types.
 * https://github.com/spf13/pflag#command-line-flag-syntax
 *
 * @param from index of the first argument
 */
export function parseFlags(
  component: Component,
  minor: number,
  words: readonly string[],
  from: number,
): ParsedFlags {
  const flags: GivenFlag[] = [];
  const strays: StrayWord[] = [];
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') break;
    if (!word.startsWith('-') || word === '-') {
      strays.push({ text: word, at: { word: at, start: 0, end: word.length }, after: flags.at(-1) });
      continue;
    }
    const flag = word.startsWith('--')
      ? longFlag(component, minor, words, at)
      : shortFlag(component, minor, words, at);
    flags.push(flag);
    at = flag.valueAt?.word ?? at;
  }
  return { flags, strays };
}

function longFlag(component: Component, minor: number, words: readonly string[], at: number): GivenFlag {
  const word = words[at] ?? '';
  const equals = word.indexOf('=');
  const end = equals < 0 ? word.length : equals;
  const name = word.slice(2, end).replaceAll('_', '-');
  const nameAt = { word: at, start: 0, end };
  if (equals >= 0)
    return {
      name,
      nameAt,
      value: word.slice(equals + 1),
      valueAt: { word: at, start: equals + 1, end: word.length },
    };
  return { name, nameAt, ...nextWord(component, name, minor, words, at) };
}

/** `-v=2`, `-v2`, `-v 2`; only one letter is looked at, as no component has more than `-v` and `-h`. */
function shortFlag(component: Component, minor: number, words: readonly string[], at: number): GivenFlag {
  const word = words[at] ?? '';
  const name = flagOfShorthand(component, word.charAt(1), minor);
  if (name === undefined || name === 'help') {
    const nameAt = { word: at, start: 0, end: word.length };
    return { name: name ?? '', nameAt, value: undefined, valueAt: undefined };
  }
  const nameAt = { word: at, start: 0, end: 2 };
  if (word.length === 2) return { name, nameAt, ...nextWord(component, name, minor, words, at) };
  const start = word.charAt(2) === '=' ? 3 : 2;
  return { name, nameAt, value: word.slice(start), valueAt: { word: at, start, end: word.length } };
}

/** The next word is the value of every flag but of those that may stand without one. */
function nextWord(
  component: Component,
  name: string,
  minor: number,
  words: readonly string[],
  at: number,
): Pick<GivenFlag, 'value' | 'valueAt'> {
  const found = findFlag(component, name, minor);
  const next = words[at + 1];
  if (next === undefined) return { value: undefined, valueAt: undefined };
  // Of an unknown flag nobody knows: most take a value, and a value never looks like a flag.
  const takes = found.state === 'known' ? !isOptionalType(found.type) : !next.startsWith('-');
  if (!takes) return { value: undefined, valueAt: undefined };
  return { value: next, valueAt: { word: at + 1, start: 0, end: next.length } };
}
