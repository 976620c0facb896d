import type { ManifestProblem } from './problem.ts';
import { makeValidator } from './validator.ts';
import type { JsonValue } from './value.ts';

const validator = makeValidator(undefined, false);

/** The problems of one document alone, for comparison with the API server. `minor` of Kubernetes 1.x. */
export function validateDocument(value: JsonValue, minor: number): readonly ManifestProblem[] {
  return validator.validate(value, minor).problems;
}
