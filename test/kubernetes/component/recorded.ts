import { createHash } from 'node:crypto';

/** What the components themselves said of the documents of `configMutants`. */
export interface RecordedVerdicts {
  readonly $comment: string;
  /** Digest of the documents, so that other documents are not held against these verdicts. */
  readonly documents: string;
  /** A `1` for each document that was refused, a `0` for each that was taken. */
  readonly refused: string;
}

/** Tells lists of documents apart. */
export function digestOf(documents: readonly string[]): string {
  return createHash('sha256').update(documents.join('\n')).digest('hex').slice(0, 16);
}
