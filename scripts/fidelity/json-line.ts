import { isArray, isObject, type JsonValue } from '../../src/kubernetes/value.ts';

/** JSON on one line, whole numbers of any size as they are. */
export function jsonLine(value: JsonValue): string {
  try {
    return JSON.stringify(value);
  } catch {
    // JSON.stringify refuses bigint, which a handful of documents hold.
    return spelledOut(value);
  }
}

function spelledOut(value: JsonValue): string {
  if (typeof value === 'bigint') return value.toString();
  if (isArray(value)) return `[${value.map(spelledOut).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${spelledOut(member)}`);
  }
  return `{${members.join(',')}}`;
}
