import { describe, expect, it } from 'vitest';
import { compare, falseAlarmRate, recall, tally } from '../../../scripts/fidelity/compare.ts';
import { makeMutants } from '../../../scripts/fidelity/mutants.ts';
import { documentHash, readRecord } from '../../../scripts/fidelity/record.ts';
import { agreedSample, serverSample } from '../../../scripts/fidelity/server-sample.ts';

const mutants = makeMutants();
const sampled = serverSample(mutants);
const record = readRecord('server-verdicts.txt');

describe('against the recorded verdicts of a kube-apiserver 1.34.3', () => {
  it('2,000 held-back documents and more have a verdict (else run scripts/fidelity/record-server-verdicts.ts)', () => {
    const stale = sampled.filter(({ line }) => !record.has(documentHash(line)));
    expect(stale.map(({ id }) => id)).toEqual([]);
    expect(sampled.length).toBeGreaterThan(2_000);
    expect(sampled.filter(({ sampleClass }) => sampleClass !== 'held-back')).toEqual([]);
  });

  it('the Go oracle says the same, but for what docs/kubernetes-fidelity.md explains', () => {
    const oracle = readRecord('oracle-verdicts.txt');
    const different = sampled
      .map(({ kind, line }) => ({
        kind,
        oracle: oracle.get(documentHash(line)),
        server: record.get(documentHash(line)),
      }))
      .filter((each) => each.oracle !== each.server)
      .map((each) => `${each.kind}: oracle ${each.oracle}, server ${each.server}`);
    expect(different.sort()).toEqual([
      'Pod: oracle accepted, server rejected',
      ...Array(3).fill('Service: oracle accepted, server rejected'),
      ...Array(6).fill('Service: oracle rejected, server accepted'),
    ]);
  });

  it('where both say the same, we reject 99 % of what it rejects, and 0.2 % at most of what it accepts', () => {
    const all = tally(compare(agreedSample(mutants), record));
    expect(recall(all)).toBeGreaterThanOrEqual(0.99);
    expect(falseAlarmRate(all)).toBeLessThanOrEqual(0.002);
  });
});
