import type { JsonValue } from '../value.ts';

// A value is shown so that its reader finds it again; a page of it does not help.
const longest = 80;

/** A value as it stands in a message: JSON, cut where it is long. */
export function quoted(value: JsonValue | undefined): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return JSON.stringify(cut(value));
  return cut(
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner)) ??
      'nothing',
  );
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
