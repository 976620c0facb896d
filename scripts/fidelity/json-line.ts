import { isArray, isObject, type JsonValue } from '../../src/kubernetes/value.ts';

/** JSON on one line, whole numbers of any size as they are (`JSON.stringify` refuses bigint). */
export function jsonLine(value: JsonValue): string {
  if (typeof value === 'bigint') return value.toString();
  if (isArray(value)) return `[${value.map(jsonLine).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${jsonLine(member)}`);
  }
  return `{${members.join(',')}}`;
}
