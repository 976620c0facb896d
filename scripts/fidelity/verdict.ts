/** What is said of a document; `unknown-kind` is what the API server answers with "404 page not found". */
export type Verdict = 'accepted' | 'rejected' | 'unknown-kind';

/** One complaint of the API server or of the oracle; the type is a `field.ErrorType`, or `decode`. */
export interface Complaint {
  readonly type: string;
  readonly field: string;
  readonly detail: string;
}

export interface Answer {
  readonly verdict: Verdict;
  readonly errors: readonly Complaint[];
  readonly warnings: readonly string[];
}
