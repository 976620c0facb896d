import { excerptAt } from '../model/excerpt.ts';
import { compareProblems, type Finding, type Problem } from '../model/finding.ts';
import { Fingerprints, firstFingerprint } from '../model/fingerprint.ts';
import { LineMap } from '../yaml/line-map.ts';
import type { SuppressionInput } from './suppression-input.ts';
import type { SuppressionProblem } from './suppression-problems.ts';

/** Makes findings of problems that belong to no matrix entry. */
export function makeFindings(
  problems: readonly SuppressionProblem[],
  { checks, readText }: Pick<SuppressionInput, 'checks' | 'readText'>,
): Finding[] {
  const facts = new Map(checks.map(({ id, severity, stage }) => [id, { severity, stage }]));
  const fingerprints = new Fingerprints();
  const lines = new Map<string, LineMap>();
  return problems
    .map(
      (problem): Problem => ({
        ...problem,
        ...(facts.get(problem.check) ?? { severity: 'warning', stage: 'translate' }),
      }),
    )
    .sort(compareProblems)
    .map((problem) => {
      const { file, line } = problem.origin;
      const source = lines.get(file) ?? new LineMap(readText(file) ?? '');
      lines.set(file, source);
      const excerpt = excerptAt(source, problem.origin);
      const fingerprint = fingerprints.next(firstFingerprint(problem, source.line(line)));
      return { ...problem, entries: [], fingerprint, ...(excerpt !== undefined && { excerpt }) };
    });
}
