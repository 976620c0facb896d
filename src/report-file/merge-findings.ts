import { compareProblems, type Finding, type LocatedProblem } from '../model/finding.ts';
import { Fingerprints } from '../model/fingerprint.ts';
import { groupProblems } from '../model/group-problems.ts';
import { compareText } from '../model/origin.ts';

/** A finding of a part, for one of its entries. */
interface PartProblem extends LocatedProblem {
  readonly finding: Finding;
}

/**
 * The findings of all parts as those of one run: a defect that entries of several parts have is one finding, and
 * those about equal texts of a file get their fingerprints in the order that they have now.
 */
export function mergeFindings(parts: readonly (readonly Finding[])[]): Finding[] {
  const fingerprints = new Fingerprints();
  const merged = groupProblems(partProblems(parts)).map(
    ({ problem: { finding }, entries, rendered }): Finding => {
      const { rendered: _rendered, repeats, ...rest } = finding;
      const first = repeats ?? finding.fingerprint;
      const fingerprint = fingerprints.next(first);
      return {
        ...rest,
        entries,
        ...(rendered !== undefined && { rendered }),
        fingerprint,
        ...(fingerprint !== first && { repeats: first }),
      };
    },
  );
  // Nothing gets lost, though a part has none of these.
  const ofNoEntry = parts.flat().filter(({ entries }) => entries.length === 0);
  return [...merged, ...ofNoEntry].sort(
    (a, b) => compareProblems(a, b) || compareText(a.fingerprint, b.fingerprint),
  );
}

function* partProblems(parts: readonly (readonly Finding[])[]): Generator<PartProblem> {
  for (const findings of parts) {
    for (const finding of findings) {
      const { check, stage, severity, message, origin, related, fix, rendered } = finding;
      for (const entry of finding.entries) {
        yield {
          check,
          stage,
          severity,
          message,
          origin,
          ...(related !== undefined && { related }),
          ...(fix !== undefined && { fix }),
          ...(rendered !== undefined && { rendered }),
          entry,
          finding,
        };
      }
    }
  }
}
