import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTables } from '../src/kubernetes/schema/tables.ts';
import { toJsonSchema } from '../test/kubernetes/schema/json-schema.ts';

const file = fileURLToPath(new URL('../schemas/kubernetes.json', import.meta.url));

/** Writes a JSON schema for every kind of that minor, named so that kubeconform finds it. */
export function writeSchemas(folder: string, minor: number): void {
  const json = readFileSync(file, 'utf8');
  const tables = readTables(json);
  // The table is our own: `readTables` reads it the same way.
  const { kinds } = JSON.parse(json) as { kinds: Record<string, Record<string, unknown>> };
  mkdirSync(folder, { recursive: true });
  for (const [apiVersion, ofVersion] of Object.entries(kinds)) {
    for (const kind of Object.keys(ofVersion)) {
      const schema = toJsonSchema(tables, apiVersion, kind, minor);
      if (schema)
        writeFileSync(path.join(folder, nameOf(apiVersion, kind)), JSON.stringify(schema, standardFormat));
    }
  }
}

/** The names of our own formats mean something else elsewhere, or nothing. */
function standardFormat(key: string, value: unknown): unknown {
  if (key !== 'format' || typeof value !== 'string') return value;
  return value === 'time' || value === 'micro-time' ? 'date-time' : undefined;
}

/** kubeconform's `-schema-location` for such a folder. */
export function kubeconformLocation(folder: string): string {
  return `${folder}/{{ .ResourceKind }}-{{ .Group }}-{{ .ResourceAPIVersion }}.json`;
}

/** Of the core group, kubeconform takes the version for the group. */
function nameOf(apiVersion: string, kind: string): string {
  const parts = apiVersion.split('/');
  return `${kind.toLowerCase()}-${parts[0]}-${parts.at(-1)}.json`;
}
