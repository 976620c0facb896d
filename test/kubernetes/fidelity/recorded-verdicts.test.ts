import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare, falseAlarmRate, ofClass, recall, tally } from '../../../scripts/fidelity/compare.ts';
import { documentFile, renewed } from '../../../scripts/fidelity/document.ts';
import { makeMutants } from '../../../scripts/fidelity/mutants.ts';
import { documentHash, readRecord } from '../../../scripts/fidelity/record.ts';
import { agreedSample } from '../../../scripts/fidelity/server-sample.ts';

const mutants = makeMutants();
const record = readRecord('oracle-verdicts.txt');
const comparisons = compare(mutants, record);

describe('against the recorded verdicts of Kubernetes 1.34.3', () => {
  it('every document has a verdict (else run scripts/fidelity/record-verdicts.ts)', () => {
    const stale = mutants.filter(({ line }) => !record.has(documentHash(line)));
    expect(stale.map(({ id }) => id)).toEqual([]);
    expect(record.size).toBe(mutants.length);
  });

  it('every base document is accepted, and every kind has three', () => {
    const base = mutants.filter(({ id }) => id.endsWith(' unchanged 0'));
    const verdicts = base.map(({ id, line }) => `${id}: ${record.get(documentHash(line))}`);
    expect(verdicts.filter((each) => !each.endsWith(': accepted'))).toEqual([]);
    const counts = [...new Set(base.map(({ kind }) => kind))].map(
      (kind) => base.filter((each) => each.kind === kind).length,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
  });

  it('there are enough documents, and enough of them are held back', () => {
    expect(mutants.length).toBeGreaterThan(20_000);
    expect(mutants.filter(({ sampleClass }) => sampleClass === 'held-back').length).toBeGreaterThan(8_000);
    expect(new Set(mutants.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(32);
  });

  it('we reject 99 % of what Kubernetes rejects, and 0.2 % at most of what it accepts', () => {
    const heldBack = tally(ofClass(comparisons, 'held-back'));
    expect(recall(heldBack)).toBeGreaterThanOrEqual(0.99);
    expect(falseAlarmRate(heldBack)).toBeLessThanOrEqual(0.002);
  });
  it('docs/kubernetes-fidelity.md says how close we are (else run scripts/fidelity/main.ts --write)', () => {
    const byServer = compare(agreedSample(mutants), readRecord('server-verdicts.txt'));
    const text = readFileSync(documentFile, 'utf8');
    expect(renewed(text, comparisons, byServer)).toBe(text);
  });
});
