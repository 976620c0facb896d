import { compareProblems, type Finding } from '../model/finding.ts';
import { compareText } from '../model/origin.ts';

/** Findings of several runs: those that are equal but for their entries become one. Fingerprints stay as they are. */
export function uniteFindings(findings: readonly Finding[]): Finding[] {
  const united = new Map<string, Finding>();
  for (const finding of findings) {
    const { entries, rendered: _, ...rest } = finding;
    const key = JSON.stringify(rest);
    const known = united.get(key);
    const all = [...new Set([...(known?.entries ?? []), ...entries])].sort(compareText);
    united.set(key, { ...(known ?? finding), entries: all });
  }
  return [...united.values()].sort(
    (a, b) => compareProblems(a, b) || compareText(a.fingerprint, b.fingerprint),
  );
}
