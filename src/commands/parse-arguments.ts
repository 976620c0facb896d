import { type ParseArgsConfig, parseArgs } from 'node:util';
import { didYouMean } from '../model/did-you-mean.ts';
import { UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads a command's arguments; an option that it does not have is a {@link UsageError} with the nearest one.
 *
 * @param most how many arguments that are no options the command takes
 */
export function parseArguments<T extends Options>(
  args: readonly string[],
  options: T,
  most = Number.POSITIVE_INFINITY,
) {
  const parsed = parseStrictly(args, options);
  const tooMuch = parsed.positionals[most];
  if (tooMuch !== undefined) throw new UsageError(`there is no use for the argument ${tooMuch}`);
  return parsed;
}

function parseStrictly<T extends Options>(args: readonly string[], options: T) {
  const known = Object.keys(options).map((name) => `--${name}`);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const unknown = /^Unknown option '([^']*)'/.exec(error.message)?.[1];
    if (unknown === undefined) throw new UsageError(error.message.split('. ')[0] ?? error.message);
    const hint = didYouMean(unknown, known);
    throw new UsageError(`unknown option ${unknown}${hint ? `; did you mean ${hint}?` : ''}`);
  }
}

/** One of a closed set of words, or a {@link UsageError} that names them. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  const hint = didYouMean(value, allowed);
  throw new UsageError(
    `${option}: ${value} is none of ${allowed.join(', ')}${hint ? `; did you mean ${hint}?` : ''}`,
  );
}

/** A whole number of at least 1. */
export function positiveNumber(option: string, value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new UsageError(`${option}: ${value} is not a whole number from 1 to 999999`);
}
