import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/kubernetes/value.ts';
import { definitionCorpus, definitions, digestOf, goodResources, resourceCorpus } from './corpus.ts';
import { judgeDefinition, judgeResource, type OwnVerdict } from './own-verdict.ts';

// Verdicts of a real API server; record-verdicts.ts asks it.
const recorded = JSON.parse(readFileSync(new URL('./fixtures/verdicts.json', import.meta.url), 'utf8'));

interface Score {
  readonly rejected: number;
  readonly missed: readonly JsonObject[];
  readonly accepted: number;
  readonly falseAlarms: readonly (readonly string[])[];
  readonly gaps: number;
}

function score(
  corpus: readonly JsonObject[],
  verdicts: string,
  judge: (object: JsonObject) => OwnVerdict,
): Score {
  const missed: JsonObject[] = [];
  const falseAlarms: (readonly string[])[] = [];
  let rejected = 0;
  let gaps = 0;
  for (const [index, object] of corpus.entries()) {
    const own = judge(object);
    if (own.gaps.length > 0) gaps += 1;
    const isRejected = verdicts[index] === 'r';
    if (isRejected) rejected += 1;
    if (isRejected && own.problems.length === 0) missed.push(object);
    if (!isRejected && own.problems.length > 0) falseAlarms.push(own.problems.map(({ message }) => message));
  }
  return { rejected, missed, accepted: corpus.length - rejected, falseAlarms, gaps };
}

test('custom resources that are good have no problems and no gaps', () => {
  expect(goodResources.length).toBeGreaterThan(12);
  for (const resource of goodResources) {
    expect(judgeResource(definitions, resource)).toEqual({ problems: [], gaps: [] });
  }
});

test('mutated custom resources get the verdict of the API server', () => {
  const corpus = resourceCorpus();
  expect(digestOf(corpus), 'record the verdicts again').toBe(recorded.resources.digest);
  const result = score(corpus, recorded.resources.verdicts, (object) => judgeResource(definitions, object));
  expect(result.rejected).toBeGreaterThan(1500);
  expect(
    result.missed.length / result.rejected,
    JSON.stringify(result.missed.slice(0, 3)),
  ).toBeLessThanOrEqual(0.01);
  expect(result.falseAlarms.length / result.accepted, JSON.stringify(result.falseAlarms)).toBeLessThanOrEqual(
    0.002,
  );
  expect(result.gaps).toBe(0);
});

test('mutated definitions get the verdict of the API server', () => {
  // Fields that the schema of definitions itself refuses are not for these rules.
  const corpus = definitionCorpus();
  expect(digestOf(corpus), 'record the verdicts again').toBe(recorded.definitions.digest);
  const result = score(corpus, recorded.definitions.verdicts, judgeDefinition);
  expect(result.falseAlarms.length / result.accepted, JSON.stringify(result.falseAlarms)).toBeLessThanOrEqual(
    0.002,
  );
  expect(result.missed.length).toBeGreaterThan(0);
});
