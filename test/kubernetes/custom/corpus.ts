import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { collectDefinitions } from '../../../src/kubernetes/custom/definition.ts';
import { isObject, type JsonObject } from '../../../src/kubernetes/value.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';
import { mutantsOf } from './mutants.ts';
import { SeededRandom } from './seeded-random.ts';

const fixtures = new URL('./fixtures/', import.meta.url);

function readFolder(folder: string): JsonObject[] {
  const names = readdirSync(new URL(folder, fixtures)).sort();
  return names.flatMap((name) => {
    const text = readFileSync(new URL(`${folder}/${name}`, fixtures), 'utf8');
    return [...readDocuments(text)].map(({ value }) => value).filter(isObject);
  });
}

/** CustomResourceDefinitions of the sorts that people have. */
export const definitionObjects = readFolder('definitions');

export const definitions = collectDefinitions(definitionObjects);

/** Custom resources that the API server accepts. */
export const goodResources = readFolder('resources');

/** The good ones, and their mutants. The same in every run. */
export function resourceCorpus(): JsonObject[] {
  const random = new SeededRandom(20_240_607);
  return [...goodResources, ...goodResources.flatMap((resource) => mutantsOf(resource, 7, random))];
}

/** The definitions, and mutants of them. */
export function definitionCorpus(): JsonObject[] {
  const random = new SeededRandom(11);
  return [...definitionObjects, ...definitionObjects.flatMap((object) => mutantsOf(object, 1, random))];
}

/** Changes with any document: recorded verdicts are for one corpus. */
export function digestOf(corpus: readonly JsonObject[]): string {
  return createHash('sha256').update(JSON.stringify(corpus)).digest('hex').slice(0, 16);
}
