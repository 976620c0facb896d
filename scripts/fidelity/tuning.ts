import { formatPath } from '../../src/kubernetes/field-path.ts';
import { type Comparison, differs, ofClass } from './compare.ts';
import { askOracle } from './oracle.ts';
import { ownErrors } from './own-verdict.ts';

/**
 * What rules are written from: every document of the tuning class on which we and Kubernetes differ, with what both
 * say. Asks the oracle for its words, so it needs Go.
 */
export function tuningDifferences(
  comparisons: readonly Comparison[],
  kind: string | undefined,
): readonly string[] {
  const different = ofClass(comparisons, 'tuning').filter(
    (each) => differs(each) && (kind === undefined || each.mutant.kind === kind),
  );
  if (different.length === 0) return [];
  const answers = askOracle(different.map(({ mutant }) => mutant.line));
  return different.map(({ mutant, rejected }, index) => {
    const theirs = (answers[index]?.errors ?? []).map(
      ({ type, field, detail }) => `    ${type} ${field}: ${detail}`,
    );
    const ours = ownErrors(mutant.document).map(
      ({ check, path, message }) => `    ${check} ${formatPath(path)}: ${message}`,
    );
    const what = rejected ? 'FALSE ALARM' : 'MISSED';
    return [`${what} ${mutant.kind}  [${mutant.id}]`, '  Kubernetes:', ...theirs, '  we:', ...ours].join(
      '\n',
    );
  });
}
