import { checks } from '../../checks/index.generated.ts';
import type { ManifestProblem } from '../../src/kubernetes/problem.ts';
import { makeValidator } from '../../src/kubernetes/validator.ts';
import type { JsonValue } from '../../src/kubernetes/value.ts';

/** The minor of Kubernetes that the oracle and the lab's API server are built from. */
const referenceMinor = 34;

const severities = new Map(checks.map((check) => [check.id, check.severity]));
const validator = makeValidator(undefined, true);

/** Our errors for a document. Warnings and notes do not count. */
export function ownErrors(document: JsonValue): readonly ManifestProblem[] {
  return validator.validate(document, referenceMinor).problems.filter(isError);
}

/** Whether we reject a document, or say that we have no schema for it. */
export function rejects(document: JsonValue): boolean {
  const { problems, unchecked } = validator.validate(document, referenceMinor);
  return problems.some(isError) || unchecked.some((reason) => reason.startsWith('no schema of '));
}

function isError({ check, severity }: ManifestProblem): boolean {
  return (severity ?? severities.get(check) ?? 'error') === 'error';
}
