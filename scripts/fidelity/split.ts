import type { BaseDocument } from './base-documents.ts';
import { drawn, shuffled } from './random.ts';

/** Rules are written against `tuning`; `held-back` is what they are measured by, and nobody reads its documents. */
export type Half = 'tuning' | 'held-back';

/** The half of a document and its mutator, or `mixed`. */
export type SampleClass = Half | 'mixed';

export const sampleClasses = ['tuning', 'mixed', 'held-back'] as const satisfies readonly SampleClass[];

const halves = ['tuning', 'held-back'] as const satisfies readonly Half[];

/** Half of the names to each side, by lot. */
export function splitNames(names: readonly string[]): ReadonlyMap<string, Half> {
  const side = new Map<string, Half>();
  for (const [index, name] of shuffled(names, (each) => `half of ${each}`).entries()) {
    side.set(name, halves[index % 2] ?? 'tuning');
  }
  return side;
}

/** Half of the base documents of every kind to each side, by lot; the lot also says who gets the odd one. */
export function splitDocuments(documents: readonly BaseDocument[]): ReadonlyMap<string, Half> {
  const side = new Map<string, Half>();
  for (const kind of new Set(documents.map((each) => each.kind))) {
    const first = drawn(`first of ${kind}`) % 2;
    const ids = documents.filter((each) => each.kind === kind).map((each) => each.id);
    for (const [index, id] of shuffled(ids, (each) => `half of ${each}`).entries()) {
      side.set(id, halves[(index + first) % 2] ?? 'tuning');
    }
  }
  return side;
}
