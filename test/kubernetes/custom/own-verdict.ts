import { checkCustomResource } from '../../../src/kubernetes/custom/check-custom-resource.ts';
import { checkDefinition } from '../../../src/kubernetes/custom/check-definition.ts';
import type { Definitions } from '../../../src/kubernetes/custom/definition.ts';
import type { Gap } from '../../../src/kubernetes/custom/gap.ts';
import { type ManifestProblem, Problems } from '../../../src/kubernetes/problem.ts';
import type { JsonObject } from '../../../src/kubernetes/value.ts';

/** Kubernetes 1.34, which the recorded verdicts are of. */
const minor = 34;

export interface OwnVerdict {
  readonly problems: readonly ManifestProblem[];
  readonly gaps: readonly Gap[];
}

export function judgeResource(definitions: Definitions, object: JsonObject): OwnVerdict {
  const problems = new Problems();
  const gaps = checkCustomResource(definitions, object, { minor, problems });
  if (!gaps) throw new Error('no definition is for it');
  return { problems: problems.list, gaps };
}

export function judgeDefinition(object: JsonObject): OwnVerdict {
  const problems = new Problems();
  const gaps = checkDefinition(object, { minor, problems });
  return { problems: problems.list, gaps };
}
