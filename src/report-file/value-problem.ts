import { limits } from './limits.ts';

/**
 * The first text or number that is too large, wherever it stands; undefined when there is none. Takes a value that
 * fits the schema: it is not deep.
 */
export function valueProblem(value: unknown): string | undefined {
  const found = tooLargeIn(value);
  return found && `it has ${found.what} at ${found.at}`;
}

/** What is too large, and the path of it. */
interface TooLarge {
  readonly what: string;
  readonly at: string;
}

function tooLargeIn(value: unknown, most: number = limits.text): TooLarge | undefined {
  if (typeof value === 'string')
    return value.length > most ? { what: `a text of more than ${most} characters`, at: '' } : undefined;
  if (typeof value === 'number')
    return Math.abs(value) > limits.number ? { what: `a number over ${limits.number}`, at: '' } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const found = tooLargeIn(each, key === 'rendered' && Array.isArray(each) ? limits.listing : most);
    if (found) return { what: found.what, at: `/${key}${found.at}` };
  }
  return undefined;
}
