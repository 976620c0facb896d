import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../value.ts';

const fields: Readonly<Record<string, 'string' | 'number'>> = {
  key: 'string',
  operator: 'string',
  value: 'string',
  effect: 'string',
  tolerationSeconds: 'number',
};

const names = new Map(Object.keys(fields).map((name) => [name.toLowerCase(), name]));

/** Tolerations as Go's `encoding/json` reads them: names in any case. Undefined for what it cannot read. */
export function parseTolerations(json: string): JsonArray | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (value === null) return [];
  if (!isArray(value)) return undefined;
  const tolerations = value.map(readToleration);
  return tolerations.every((toleration) => toleration !== undefined) ? tolerations : undefined;
}

function readToleration(value: JsonValue): JsonObject | undefined {
  if (value === null) return {};
  if (!isObject(value)) return undefined;
  const toleration: Record<string, JsonValue> = {};
  for (const key of Object.keys(value)) {
    const name = names.get(key.toLowerCase());
    const field = value[key];
    if (name === undefined || field === null || field === undefined) continue;
    if (typeof field !== fields[name]) return undefined;
    if (typeof field === 'number' && !Number.isInteger(field)) return undefined;
    toleration[name] = field;
  }
  return toleration;
}
