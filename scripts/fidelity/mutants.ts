import type { JsonObject } from '../../src/kubernetes/value.ts';
import { type Mutation, type Mutators, mutate } from '../../test/kubernetes/mutators/mutation.ts';
import { allMutators } from '../../test/kubernetes/mutators/mutators.ts';
import { dictionaryOf } from '../../test/kubernetes/mutators/transplant.ts';
import { type BaseDocument, readBaseDocuments } from './base-documents.ts';
import { jsonLine } from './json-line.ts';
import { sample } from './random.ts';
import { type Half, type SampleClass, splitDocuments, splitNames } from './split.ts';

/** A base document with one mistake, or with none that matters. */
export interface Mutant {
  /** Base document, mutator, and which of its mutations: `pod/2 drop-field 17`. */
  readonly id: string;
  readonly kind: string;
  readonly sampleClass: SampleClass;
  readonly document: JsonObject;
  /** The document as JSON. */
  readonly line: string;
}

/** How many mutations to keep of those that a mutator has for a document; more of held-back pairs, which are fewer. */
function quota(count: number, sampleClass: SampleClass): number {
  const share = { tuning: 0.75, mixed: 0.38, 'held-back': 0.9 }[sampleClass];
  return Math.ceil(share * count ** 0.55);
}

/** All documents to judge, no two alike, in one order. */
export function makeMutants(): readonly Mutant[] {
  const documents = readBaseDocuments();
  const mutators = allMutators(dictionaryOf(documents.map((each) => each.document)));
  const sideOfDocument = splitDocuments(documents);
  const sideOfMutator = splitNames(Object.keys(mutators));
  const seen = new Set<string>();
  return documents.flatMap((base) => {
    const half = sideOfDocument.get(base.id) ?? 'tuning';
    return mutantsOf(base, half, mutators, sideOfMutator).filter(({ line }) => {
      const isNew = !seen.has(line);
      seen.add(line);
      return isNew;
    });
  });
}

function mutantsOf(
  base: BaseDocument,
  half: Half,
  mutators: Mutators,
  sides: ReadonlyMap<string, Half>,
): readonly Mutant[] {
  return Object.entries(mutators).flatMap(([name, mutator]) => {
    const sampleClass = sides.get(name) === half ? half : 'mixed';
    const candidates = [...mutator(base.document)];
    const size = quota(candidates.length, sampleClass);
    return sample(candidates.length, size, `${base.id} ${name}`).map((index) =>
      mutant(base, `${name} ${index}`, candidates[index] ?? [], sampleClass),
    );
  });
}

function mutant(base: BaseDocument, name: string, mutation: Mutation, sampleClass: SampleClass): Mutant {
  const document = mutate(base.document, mutation);
  return { id: `${base.id} ${name}`, kind: base.kind, sampleClass, document, line: jsonLine(document) };
}
