import type { Mutant } from './mutants.ts';
import { shuffled } from './random.ts';
import { documentHash, readRecord } from './record.ts';

const sampleSize = 3_000;

/** The held-back documents that the API server is asked about: as many of every kind as its share of all, by lot. */
export function serverSample(mutants: readonly Mutant[]): readonly Mutant[] {
  const heldBack = mutants.filter(({ sampleClass }) => sampleClass === 'held-back');
  const chosen = shuffled(heldBack, ({ id }) => `server ${id}`).slice(0, sampleSize);
  const ids = new Set(chosen.map(({ id }) => id));
  return heldBack.filter(({ id }) => ids.has(id));
}

/**
 * The sampled documents of which the API server and the oracle say the same. The others, a handful, are explained in
 * docs/kubernetes-fidelity.md: what they show is a property of a dry run or of a cluster, not of the document.
 */
export function agreedSample(mutants: readonly Mutant[]): readonly Mutant[] {
  const server = readRecord('server-verdicts.txt');
  const oracle = readRecord('oracle-verdicts.txt');
  return serverSample(mutants).filter(({ line }) => {
    const hash = documentHash(line);
    return server.get(hash) === oracle.get(hash);
  });
}
