import { limits } from './limits.ts';

/**
 * The first text or number that is too large, wherever it stands; undefined when there is none. Takes a value that
 * fits the schema: it is not deep.
 */
export function valueProblem(value: unknown): string | undefined {
  const found = tooLargeIn(value);
  return found && `it has ${found.what} at ${found.at}`;
}

function tooLargeIn(value: unknown): { readonly what: string; readonly at: string } | undefined {
  if (typeof value === 'string')
    return value.length > limits.text
      ? { what: `a text of more than ${limits.text} characters`, at: '' }
      : undefined;
  if (typeof value === 'number')
    return Math.abs(value) > limits.number ? { what: `a number over ${limits.number}`, at: '' } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const found = tooLargeIn(each);
    if (found) return { what: found.what, at: `/${key}${found.at}` };
  }
  return undefined;
}
