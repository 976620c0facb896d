import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isObject, type JsonObject } from '../../../src/kubernetes/value.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';

const folder = fileURLToPath(new URL('../corpus/', import.meta.url));

/** Every object of the corpus: an API server of 1.34 takes each of them. */
export function readCorpus(): JsonObject[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => readDocuments(readFileSync(folder + file, 'utf8')))
    .map(({ value }) => value)
    .filter((value) => isObject(value));
}
