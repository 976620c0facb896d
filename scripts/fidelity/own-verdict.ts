import { checks } from '../../checks/index.generated.ts';
import type { ManifestProblem } from '../../src/kubernetes/problem.ts';
import { makeValidator } from '../../src/kubernetes/validator.ts';
import type { JsonValue } from '../../src/kubernetes/value.ts';

/** The minor of Kubernetes that the oracle and the lab's API server are built from. */
export const referenceMinor = 34;

const severities = new Map(checks.map((check) => [check.id, check.severity]));
const validator = makeValidator(undefined, true);

/** Our errors for a document; none means that we accept it. Warnings and notes do not count. */
export function ownErrors(document: JsonValue): readonly ManifestProblem[] {
  const { problems } = validator.validate(document, referenceMinor);
  return problems.filter(
    (problem) => (problem.severity ?? severities.get(problem.check) ?? 'error') === 'error',
  );
}

/** Whether we reject a document, or say that we have no schema for it. */
export function rejects(document: JsonValue): boolean {
  return ownErrors(document).length > 0 || validator.validate(document, referenceMinor).unchecked.length > 0;
}
