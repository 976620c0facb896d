import { Configuration } from '../configuration.ts';
import { DerivedNumbers, deriveBytes } from '../derive.ts';
import type { Emulate } from '../family.ts';
import { readLength, seedOf } from './seed.ts';

/** `random_string`: https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/string */
export const randomString: Emulate = (request) => {
  const { result, config, ...defaults } = make(request);
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  return { values: { ...defaults.values, id: result, result } };
};

/** `random_password`: https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/password */
export const randomPassword: Emulate = (request) => {
  const { result, config, values, seed } = make(request);
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  return {
    values: { ...values, id: 'none', result, bcrypt_hash: bcryptForm(seed) },
    secret: ['result', 'bcrypt_hash'],
    placeholders: ['bcrypt_hash'],
  };
};

interface Alphabet {
  /** Attribute that asks for it. */
  readonly name: 'upper' | 'lower' | 'numeric' | 'special';
  readonly characters: readonly string[];
  readonly least: number;
  readonly isUsed: boolean;
}

function make(request: Parameters<Emulate>[0]) {
  const config = new Configuration(request);
  config.require('length');
  const length = readLength(config, 'length');
  const alphabets = alphabetsOf(config);
  const least = alphabets.reduce((sum, alphabet) => sum + alphabet.least, 0);
  if (least > length && config.isKnown('length')) {
    config.refuse(
      `The attribute "length" of ${request.type} must be at least the sum of min_upper, min_lower, min_numeric and min_special, ${least}.`,
      'length',
    );
  }
  const all = alphabets.filter(({ isUsed }) => isUsed).flatMap(({ characters }) => characters);
  if (all.length === 0)
    config.refuse(`At least one of upper, lower, numeric and special of ${request.type} must be true.`);
  const seed = seedOf(request, config);
  const isWrong = config.problems.length > 0;
  const result = isWrong ? '' : characters(seed, length, alphabets, all).join('');
  return { config, seed, result, values: defaultsOf(alphabets) };
}

function alphabetsOf(config: Configuration): readonly Alphabet[] {
  const special = config.text('override_special') || '!@#$%&*()-_=+[]{}<>:?';
  const alphabet = (
    name: Alphabet['name'],
    characters: string,
    isUsed = config.flag(name, true),
  ): Alphabet => {
    const least = config.wholeNumber(`min_${name}`) ?? 0;
    if (least < 0) config.refuse(`The attribute "min_${name}" must be at least 0.`, `min_${name}`);
    return { name, characters: [...characters], least, isUsed };
  };
  return [
    alphabet('upper', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    alphabet('lower', 'abcdefghijklmnopqrstuvwxyz'),
    // "number" is the older name of it.
    alphabet('numeric', '0123456789', config.flag('numeric', config.flag('number', true))),
    alphabet('special', special),
  ];
}

function characters(
  seed: string,
  length: number,
  alphabets: readonly Alphabet[],
  all: readonly string[],
): string[] {
  const numbers = new DerivedNumbers(seed);
  const wanted = alphabets.flatMap(({ characters, least }) =>
    Array.from({ length: least }, () => numbers.pick(characters) ?? ''),
  );
  const rest = Array.from({ length: length - wanted.length }, () => numbers.pick(all) ?? '');
  return numbers.shuffle([...wanted, ...rest]);
}

function defaultsOf(alphabets: readonly Alphabet[]): Record<string, boolean | number> {
  const values: Record<string, boolean | number> = {};
  for (const { name, isUsed, least } of alphabets) {
    values[name] = isUsed;
    values[`min_${name}`] = least;
    if (name === 'numeric') values['number'] = isUsed;
  }
  return values;
}

/** Looks like a hash of bcrypt, and is none: nothing here computes those. */
function bcryptForm(seed: string): string {
  const encoded = deriveBytes(`bcrypt\n${seed}`, 40).toString('base64').replaceAll('+', '.').slice(0, 53);
  return `$2a$10$${encoded}`;
}
