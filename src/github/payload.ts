/** 40 hex digits, or 64: what git calls an object. */
const commitForm = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const repositoryForm = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;

/** What stands at a path of an event's payload; undefined where there is nothing. */
export function valueAt(payload: unknown, ...path: readonly string[]): unknown {
  let value = payload;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return value;
}

/** The text, or undefined for what is none or empty. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The name of a commit, or undefined for what is none; a row of zeros is git's word for no commit. */
export function asCommit(value: unknown): string | undefined {
  const text = asText(value);
  return text !== undefined && commitForm.test(text) && !/^0+$/.test(text) ? text : undefined;
}

/** `owner/name`, or undefined for what is not of that form. */
export function asRepository(value: unknown): string | undefined {
  const text = asText(value);
  return text !== undefined && repositoryForm.test(text) ? text : undefined;
}

/** A whole number from 1 on, written as one or as digits; undefined for all else. */
export function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
