import type { Severity } from '../model/finding.ts';
import { type FieldPath, formatPath } from './field-path.ts';

/**
 * The checks that validation finds something for; each is a file of `checks/` with the same name. Those of `manifest`
 * are named for the API server's own kinds of errors (`field.ErrorType` of k8s.io/apimachinery).
 */
export const manifestCheckIds = [
  'schema/yaml-syntax',
  'schema/duplicate-key',
  'schema/lost-text',
  'schema/no-kind',
  'schema/no-schema',
  'schema/unknown-kind',
  'schema/removed-version',
  'schema/deprecated-version',
  'schema/unknown-field',
  'schema/wrong-type',
  'schema/missing-field',
  'schema/unknown-value',
  'schema/duplicate-item',
  'schema/custom-resource',
  'manifest/name',
  'manifest/label',
  'manifest/selector',
  'manifest/quantity',
  'manifest/invalid-value',
  'manifest/missing-value',
  'manifest/duplicate-value',
  'manifest/unsupported-value',
  'manifest/forbidden-field',
  'manifest/too-long',
  'manifest/too-many',
  'manifest/not-found',
  'manifest/invalid-definition',
  'manifest/custom-rule',
  'component/unknown-flag',
  'component/removed-flag',
  'component/deprecated-flag',
  'component/flag-value',
  'component/invalid-config',
  'component/invalid-kubeconfig',
] as const;

export type ManifestCheckId = (typeof manifestCheckIds)[number];

/** What validation says of one value of a document; its place in the text is looked up later. */
export interface ManifestProblem {
  readonly check: ManifestCheckId;
  /** The field; what is missing is named with the path that it would have. */
  readonly path: FieldPath | undefined;
  /** Which part of the field a person has to look at. */
  readonly at: 'key' | 'value';
  /** One sentence that names the field by its path and says what was expected. */
  readonly message: string;
  /** Only where it differs from the check's. */
  readonly severity?: Severity;
  /** Only where it says more than the check's: `did you mean imagePullPolicy?`. */
  readonly fix?: string;
}

/** A document with more mistakes is wrong as a whole, and nobody reads on. */
const mostProblems = 200;

/** Gathers the problems of one document. */
export class Problems {
  list: ManifestProblem[] = [];
  /** Problems over the limit, which are counted and not kept. */
  more = 0;

  add(problem: ManifestProblem): void {
    if (this.list.length < mostProblems) this.list.push(problem);
    else this.more += 1;
  }

  /** True when there is no room for another problem, which is then counted: nobody needs to put it into words. */
  countOnly(): boolean {
    if (this.list.length < mostProblems) return false;
    this.more += 1;
    return true;
  }

  /** Takes out what was added after the first `count` and says a second time what is wrong with a field. */
  dropRepeats(count: number): void {
    const known = new Set(this.list.slice(0, count).map(({ path }) => formatPath(path)));
    this.list = this.list.filter(({ path }, index) => index < count || !known.has(formatPath(path)));
  }

  /** Points at a field's value, or at the nearest one above it that is written. */
  value(check: ManifestCheckId, path: FieldPath | undefined, message: string, fix?: string): void {
    this.add({ check, path, at: 'value', message, ...(fix !== undefined && { fix }) });
  }

  /** Points at a field's key. */
  key(check: ManifestCheckId, path: FieldPath | undefined, message: string, fix?: string): void {
    this.add({ check, path, at: 'key', message, ...(fix !== undefined && { fix }) });
  }
}
