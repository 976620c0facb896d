/** Code points from..to, both included, one pair behind the other. */
type Ranges = readonly number[];

/** A set of code points: what one place of a pattern accepts. */
export interface CharSet {
  readonly ranges: Ranges;
  /** Sets that this one contains: Unicode classes, and classes inside a bracket. */
  readonly parts: readonly CharSet[];
  /** One character, tested by JavaScript's own tables. */
  readonly unicode?: RegExp;
  readonly negated: boolean;
  /** Letters match in either case. */
  readonly fold: boolean;
}

/** A set of ranges. */
export function rangeSet(ranges: Ranges, negated = false, fold = false): CharSet {
  return { ranges, parts: [], negated, fold };
}

/** Whether `set` accepts the code point `char`. */
export function accepts(set: CharSet, char: number): boolean {
  const found = contains(set, char) || (set.fold && otherCases(char).some((other) => contains(set, other)));
  return found !== set.negated;
}

function contains(set: CharSet, char: number): boolean {
  for (let index = 0; index < set.ranges.length; index += 2) {
    const from = set.ranges[index] ?? 0;
    const to = set.ranges[index + 1] ?? 0;
    if (char >= from && char <= to) return true;
  }
  if (set.parts.some((part) => accepts(part, char))) return true;
  return set.unicode?.test(String.fromCodePoint(char)) ?? false;
}

// What Unicode's simple case folding adds to the plain upper and lower case of a letter.
const longS = 0x17f;
const kelvin = 0x212a;
const angstrom = 0x212b;
const folds = new Map([
  [0x73, [longS]],
  [0x53, [longS]],
  [longS, [0x73, 0x53]],
  [0x6b, [kelvin]],
  [0x4b, [kelvin]],
  [kelvin, [0x6b, 0x4b]],
  [0xe5, [angstrom]],
  [0xc5, [angstrom]],
  [angstrom, [0xe5, 0xc5]],
]);

function otherCases(char: number): number[] {
  const text = String.fromCodePoint(char);
  const cases = [...(folds.get(char) ?? [])];
  for (const other of [text.toLowerCase(), text.toUpperCase()]) {
    const point = other.codePointAt(0);
    // A case of several characters (ß, SS) is none to RE2.
    if (point !== undefined && String.fromCodePoint(point) === other && point !== char) cases.push(point);
  }
  return cases;
}

const digit = [0x30, 0x39];
const word = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
const space = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20];

/** `\d`, `\s`, `\w` and their opposites, by letter. They are ASCII in RE2. */
export function perlClass(letter: string): CharSet | undefined {
  const ranges = { d: digit, w: word, s: space }[letter.toLowerCase()];
  return ranges && rangeSet(ranges, letter < 'a');
}

const posix: Readonly<Record<string, Ranges>> = {
  alnum: [0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a],
  alpha: [0x41, 0x5a, 0x61, 0x7a],
  ascii: [0, 0x7f],
  blank: [0x09, 0x09, 0x20, 0x20],
  cntrl: [0, 0x1f, 0x7f, 0x7f],
  digit,
  graph: [0x21, 0x7e],
  lower: [0x61, 0x7a],
  print: [0x20, 0x7e],
  punct: [0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e],
  space: [0x09, 0x0d, 0x20, 0x20],
  upper: [0x41, 0x5a],
  word,
  xdigit: [0x30, 0x39, 0x41, 0x46, 0x61, 0x66],
};

/** `[:alpha:]` by its name, `^alpha` for the opposite. */
export function posixClass(name: string): CharSet | undefined {
  const negated = name.startsWith('^');
  const plain = negated ? name.slice(1) : name;
  const ranges = Object.hasOwn(posix, plain) ? posix[plain] : undefined;
  return ranges && rangeSet(ranges, negated);
}

/** `\p{Greek}`: a general category or a script. Undefined for a name that Unicode does not have. */
export function unicodeClass(name: string): CharSet | undefined {
  const negated = name.startsWith('^');
  const plain = negated ? name.slice(1) : name;
  if (plain === 'Any') return rangeSet([0, 0x10ffff], negated);
  const property = /^\p{Lu}\p{Ll}?$/u.test(plain) ? plain : `Script=${plain}`;
  try {
    return { ranges: [], parts: [], unicode: new RegExp(`^\\p{${property}}$`, 'u'), negated, fold: false };
  } catch {
    return undefined;
  }
}
