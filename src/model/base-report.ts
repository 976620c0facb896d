import type { Finding } from './finding.ts';

/** What the commit that a change starts from was found to have: tells new findings from old ones. */
export interface BaseReport {
  /** 40 hex digits, or 64. */
  readonly commit: string;
  /** False where part of it could not be checked: what is new may be older than it looks. */
  readonly isComplete: boolean;
  /** All of its findings, before suppressions and without excerpts, in the one total order. */
  readonly findings: readonly Finding[];
}
