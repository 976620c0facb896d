import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { Problems } from '../../../src/kubernetes/problem.ts';
import { checkSchema } from '../../../src/kubernetes/schema/check-schema.ts';
import {
  isBytes,
  isDuration,
  isMicroTime,
  isQuantity,
  isTime,
} from '../../../src/kubernetes/schema/scalar-form.ts';
import { readTables } from '../../../src/kubernetes/schema/tables.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import { mutate } from '../mutators/mutation.ts';
import { allMutators } from '../mutators/mutators.ts';
import { dictionaryOf } from '../mutators/transplant.ts';
import { toJsonSchema } from './json-schema.ts';
import { mutantsOf } from './mutate.ts';
import { readCorpus } from './read-corpus.ts';

const tables = readTables(readFileSync(new URL('../../../schemas/kubernetes.json', import.meta.url), 'utf8'));
const corpus = readCorpus();
/** The minor whose API server took the corpus. */
const reference = 34;
const ajv = new Ajv({
  strict: false,
  inlineRefs: false,
  formats: {
    quantity: isQuantity,
    'base64-bytes': isBytes,
    time: isTime,
    'micro-time': isMicroTime,
    duration: isDuration,
  },
});
ajv.addKeyword({ keyword: 'uniqueBy', type: 'array', validate: isUniqueBy });
addSchemas(corpus, reference);

function isUniqueBy(keys: readonly string[], items: readonly JsonValue[]): boolean {
  const identities = items
    .map((item) => {
      if (keys.length === 0) return JSON.stringify(item);
      if (!isObject(item)) return undefined;
      const values = keys.map((key) => item[key] ?? (key === 'protocol' ? 'TCP' : null));
      const written = keys.some((key) => isScalar(item[key]));
      return written && values.every((value) => value === null || isScalar(value))
        ? JSON.stringify(values)
        : undefined;
    })
    .filter((identity) => identity !== undefined);
  return new Set(identities).size === identities.length;
}

function isScalar(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && !isArray(value) && !isObject(value);
}

/** Puts the schemas of all kinds into one: most of their definitions are the same, and each is compiled once. */
function addSchemas(objects: readonly JsonObject[], minor: number): void {
  const definitions: Record<string, unknown> = {};
  for (const { apiVersion, kind } of objects) {
    const schema = toJsonSchema(tables, String(apiVersion), String(kind), minor);
    if (!schema) throw new Error(`no schema of ${apiVersion} ${kind}`);
    const { definitions: own, $schema: _, ...root } = schema;
    Object.assign(definitions, own, { [`${apiVersion} ${kind}`]: root });
  }
  ajv.addSchema({ $id: `1.${minor}`, definitions });
}

function ajvAccepts({ apiVersion, kind }: JsonObject, value: JsonValue, minor: number): boolean {
  const name = encodeURIComponent(`${apiVersion} ${kind}`.replaceAll('/', '~1'));
  const validate = ajv.getSchema(`1.${minor}#/definitions/${name}`);
  if (!validate) throw new Error(`no schema of ${apiVersion} ${kind}`);
  return validate(value) === true;
}

/** Messages of what is no warning. */
function refusals(object: JsonObject, value: JsonValue, minor: number): string[] {
  const found = tables.find(String(object['apiVersion']), String(object['kind']), minor);
  if (found.state !== 'known') throw new Error(`${object['kind']} is ${found.state}`);
  const problems = new Problems();
  checkSchema(found.schema, value, problems);
  return problems.list.filter(({ severity }) => severity !== 'warning').map(({ message }) => message);
}

test('what an API server takes passes, by the interpreter and by ajv', () => {
  expect(corpus.length).toBeGreaterThan(100);
  for (const object of corpus) {
    expect(refusals(object, object, reference)).toEqual([]);
    expect(ajvAccepts(object, object, reference)).toBe(true);
  }
});

/** JSON schema has no word for them, and ajv takes them for no number at all. */
function holdsBigint(value: JsonValue | undefined): boolean {
  if (isArray(value)) return value.some(holdsBigint);
  return isObject(value) ? Object.values(value).some(holdsBigint) : typeof value === 'bigint';
}

/** All of them take a minute: `EVERY_MUTANT=1` asks for that. */
const stride = process.env['EVERY_MUTANT'] === '1' ? 1 : 10;

/** Mutants on which the two differ, and how many there were. */
function compare(
  mutants: Iterable<readonly [JsonObject, JsonValue]>,
  minor: number,
): {
  differences: string[];
  count: number;
} {
  const differences: string[] = [];
  let count = 0;
  for (const [object, mutant] of mutants) {
    count += 1;
    if (count % stride !== 0) continue;
    const refused = refusals(object, mutant, minor);
    if ((refused.length === 0) !== ajvAccepts(object, mutant, minor))
      differences.push(`${object['kind']} ${refused.join('; ') || 'accepted'} ${JSON.stringify(mutant)}`);
  }
  return { differences, count };
}

function* everyValueReplaced(objects = corpus): Generator<readonly [JsonObject, JsonValue]> {
  for (const object of objects) for (const mutant of mutantsOf(object)) yield [object, mutant];
}

function* likelyMistakes(): Generator<readonly [JsonObject, JsonValue]> {
  const mutators = Object.values(allMutators(dictionaryOf(corpus)));
  for (const object of corpus) {
    for (const mutator of mutators) {
      for (const mutation of mutator(object)) {
        const mutant = mutate(object, mutation);
        if (!holdsBigint(mutant)) yield [object, mutant];
      }
    }
  }
}

test.each([
  ['each value of the corpus replaced', () => everyValueReplaced(), 50_000],
  ['mistakes that people make', likelyMistakes, 100_000],
])('the interpreter and ajv agree: %s', { timeout: 300_000 }, (_, mutants, atLeast) => {
  const { differences, count } = compare(mutants(), reference);
  expect(differences.slice(0, 5)).toEqual([]);
  expect(count).toBeGreaterThan(atLeast);
});

test.each([31, 37])('the interpreter and ajv agree in 1.%i', (minor) => {
  const objects = corpus.filter(({ kind }) => kind === 'Service' || kind === 'StatefulSet');
  addSchemas(objects, minor);
  const { differences, count } = compare(everyValueReplaced(objects), minor);
  expect(differences.slice(0, 5)).toEqual([]);
  expect(count).toBeGreaterThan(1_000);
});
