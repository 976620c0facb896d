import type { Finding } from '../model/finding.ts';
import { matcher } from '../sources/workspace/patterns.ts';
import type { Config, Suppression } from './config.ts';
import type { InlineComment } from './inline-comments.ts';

/** The inline comments of a run, and which of their checks had something to ignore. */
export class CommentRules {
  readonly comments: readonly InlineComment[];
  readonly #byPlace = new Map<string, InlineComment[]>();
  readonly #used = new Set<string>();

  constructor(comments: readonly InlineComment[]) {
    this.comments = comments;
    for (const comment of comments) {
      for (const line of comment.covers) {
        const key = `${comment.file}\0${line}`;
        this.#byPlace.set(key, [...(this.#byPlace.get(key) ?? []), comment]);
      }
    }
  }

  /** The first comment that ignores a finding. */
  match({ check, origin }: Finding): InlineComment | undefined {
    const near = this.#byPlace.get(`${origin.file}\0${origin.line}`) ?? [];
    const fitting = near.filter((comment) => comment.reason !== '' && comment.checks.includes(check));
    for (const comment of fitting) this.#used.add(useOf(comment, check));
    return fitting[0];
  }

  isUsed(comment: InlineComment, check: string): boolean {
    return this.#used.has(useOf(comment, check));
  }
}

/** What the configuration leaves of a finding. */
export interface ConfigMatch {
  /** Entries that a suppression took, and its reason. */
  readonly taken: readonly { readonly entries: readonly string[]; readonly reason: string }[];
  /** Entries that no suppression took. */
  readonly left: readonly string[];
  /** Nothing is left of the finding. */
  readonly isWhole: boolean;
}

interface Rule {
  readonly suppression: Suppression;
  readonly isExpired: boolean;
  readonly fitsFile: (file: string) => boolean;
  readonly fitsEntry: (entry: string) => boolean;
}

/** The suppressions of a configuration, and which of them had something to suppress. */
export class ConfigRules {
  readonly rules: readonly Rule[];
  readonly #used = new Set<Suppression>();

  constructor(config: Config, today: string) {
    this.rules = config.suppressions.map((suppression) => ({
      suppression,
      isExpired: suppression.until !== undefined && suppression.until < today,
      fitsFile: fileMatcher(config.folder, suppression.paths),
      fitsEntry: suppression.entries === undefined ? () => true : matcher(suppression.entries),
    }));
  }

  match(finding: Finding): ConfigMatch {
    const taken: { entries: readonly string[]; reason: string }[] = [];
    let left = finding.entries;
    for (const { suppression, isExpired, fitsFile, fitsEntry } of this.rules) {
      if (isExpired || suppression.check !== finding.check || !fitsFile(finding.origin.file)) continue;
      // All entries are asked, not only those left: two suppressions that overlap are both needed by somebody.
      if (!finding.entries.some(fitsEntry)) continue;
      this.#used.add(suppression);
      const entries = left.filter(fitsEntry);
      if (entries.length > 0) taken.push({ entries, reason: suppression.reason });
      left = left.filter((entry) => !fitsEntry(entry));
    }
    return { taken, left, isWhole: taken.length > 0 && left.length === 0 };
  }

  isUsed(suppression: Suppression): boolean {
    return this.#used.has(suppression);
  }
}

function useOf(comment: InlineComment, check: string): string {
  return `${comment.file}\0${comment.line}\0${comment.column}\0${check}`;
}

/** Patterns are relative to the configuration's folder, files to the workspace. */
function fileMatcher(folder: string, patterns: readonly string[] | undefined): (file: string) => boolean {
  if (patterns === undefined) return () => true;
  const matches = matcher(patterns);
  const prefix = folder === '' ? '' : `${folder}/`;
  return (file) => file.startsWith(prefix) && matches(file.slice(prefix.length));
}
