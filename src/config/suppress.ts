import { compareProblems, type Finding } from '../model/finding.ts';
import type { Report, SuppressedFinding } from '../model/report.ts';
import type { StageResult } from '../model/stage.ts';
import { findInlineComments } from './inline-comments.ts';
import { makeFindings } from './make-findings.ts';
import type { SuppressionInput } from './suppression-input.ts';
import { suppressionProblems } from './suppression-problems.ts';
import { CommentRules, ConfigRules } from './suppression-rules.ts';

/**
 * Takes findings out of a report that comments, the configuration or a baseline accept, and adds findings about
 * suppressions that have expired, are not needed, or give no reason. Pure: the day is passed in.
 */
export function applySuppressions(report: Report, input: SuppressionInput): Report {
  const comments = new CommentRules(inlineComments(report, input));
  const rules = new ConfigRules(input.config, input.today);
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of report.findings) {
    const byComment = comments.match(finding);
    // Asked in any case: a suppression that a comment forestalls is still needed.
    const byConfig = rules.match(finding);
    if (byComment) {
      suppressed.push({ finding, by: 'comment', reason: byComment.reason });
      continue;
    }
    for (const { entries, reason } of byConfig.taken) {
      suppressed.push({ finding: { ...finding, entries }, by: 'config', reason });
    }
    if (byConfig.isWhole) continue;
    kept.push({ ...finding, entries: byConfig.left });
  }
  const problems = suppressionProblems(report, input, comments, rules);
  const findings = [...kept, ...makeFindings(problems, input)].sort(compareProblems);
  const { baseline } = input;
  const isOld = (finding: Finding): boolean => baseline?.has(finding.fingerprint) === true;
  for (const finding of findings.filter(isOld)) {
    suppressed.push({ finding, by: 'baseline', reason: 'in the baseline' });
  }
  const left = findings.filter((finding) => !isOld(finding));
  return {
    ...report,
    results: recount(report.results, left),
    findings: left,
    suppressed: [...report.suppressed, ...suppressed].sort((a, b) => compareProblems(a.finding, b.finding)),
  };
}

/**
 * Outcomes as the findings that are left have them: a stage whose findings were all taken out passed. Where an
 * entry has several machines, a finding does not say of which it is, so each keeps at most what it had.
 */
function recount(results: readonly StageResult[], findings: readonly Finding[]): StageResult[] {
  const counts = new Map<string, number>();
  for (const { stage, entries } of findings) {
    for (const entry of entries) {
      const key = `${stage}\0${entry}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return results.map((result) => {
    if (result.outcome.status !== 'findings') return result;
    const left = counts.get(`${result.stage}\0${result.entry}`) ?? 0;
    if (left === 0) return { ...result, outcome: { status: 'passed' } };
    return { ...result, outcome: { status: 'findings', count: Math.min(left, result.outcome.count) } };
  });
}

/** Findings may stand in files that a config names, too: units and scripts that are read by `local:`. */
function inlineComments(report: Report, { readText }: SuppressionInput) {
  const files = new Set([...report.files, ...report.findings.map((finding) => finding.origin.file)]);
  return [...files].flatMap((file) => findInlineComments(file, readText(file) ?? ''));
}
