import type { FieldPath } from '../field-path.ts';

/** Something of a custom resource, or of a definition, that was not checked. */
export interface Gap {
  /** What was not checked: `the pattern of spec.host`. */
  readonly what: string;
  /** Why not. */
  readonly why: string;
  readonly path: FieldPath | undefined;
}
