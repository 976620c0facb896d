import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/kubernetes/value.ts';
import { ApiServer } from './api-server.ts';
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
    const isRejected = verdicts[index] !== 'a';
    if (isRejected) rejected += 1;
    if (isRejected && own.problems.length === 0) missed.push(object);
    if (!isRejected && own.problems.length > 0) falseAlarms.push(own.problems.map(({ message }) => message));
  }
  return { rejected, missed, accepted: corpus.length - rejected, falseAlarms, gaps };
}

/** At least 99 % of what the server refuses, and at most 0.2 % of what it does not. */
function expectFidelity(result: Score): void {
  const { missed, rejected, falseAlarms, accepted, gaps } = result;
  expect(missed.length / rejected, JSON.stringify(missed.slice(0, 3))).toBeLessThanOrEqual(0.01);
  expect(falseAlarms.length / accepted, JSON.stringify(falseAlarms)).toBeLessThanOrEqual(0.002);
  expect(gaps).toBe(0);
}

test('custom resources that are good have no problems and no gaps', () => {
  expect(goodResources.length).toBeGreaterThan(12);
  for (const resource of goodResources) {
    expect(judgeResource(definitions, resource)).toEqual({ problems: [], gaps: [] });
  }
});

test('mutated custom resources get the verdict of the API server', { timeout: 60_000 }, () => {
  const corpus = resourceCorpus();
  expect(digestOf(corpus), 'record the verdicts again').toBe(recorded.resources.digest);
  const result = score(corpus, recorded.resources.verdicts, (object) => judgeResource(definitions, object));
  expect(result.rejected).toBeGreaterThan(1500);
  expectFidelity(result);
});

test('mutated definitions get the verdict of the API server', { timeout: 60_000 }, () => {
  const corpus = definitionCorpus();
  expect(digestOf(corpus), 'record the verdicts again').toBe(recorded.definitions.digest);
  // What cannot even be decoded is a matter of the schema of definitions, not of these rules.
  const isReadable = (_: unknown, index: number) => recorded.definitions.verdicts[index] !== 'u';
  const readable = corpus.filter(isReadable);
  const verdicts = recorded.definitions.verdicts.replaceAll('u', '');
  const result = score(readable, verdicts, judgeDefinition);
  expect(result.rejected).toBeGreaterThan(300);
  expectFidelity(result);
});

const kubeconfig = process.env['KUBECONFIG'];

test.skipIf(kubeconfig === undefined)(
  'recorded verdicts are those of the API server (needs KUBECONFIG)',
  async () => {
    const server = new ApiServer(kubeconfig ?? '');
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    for (const [index, definition] of definitionCorpus().entries()) {
      // One in ten: each is a request.
      if (index % 10 !== 0) continue;
      const { verdict, why } = await server.judge(path, definition);
      expect(verdict.charAt(0), why).toBe(recorded.definitions.verdicts[index]);
    }
  },
  120_000,
);
