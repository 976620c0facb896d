import { knownFingerprints } from '../model/compare-findings.ts';
import {
  compareProblems,
  compareSeverity,
  type Finding,
  type Severity,
  severities,
} from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import { type Summary, summarise } from '../model/summary.ts';
import { escapeCommandData, escapeCommandProperty } from './escape-workflow-command.ts';
import { entryNames, type NameEntries } from './name-entries.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { clip, entriesPhrase, plural, someOf, uncheckedPhrase } from './wording.ts';

// The runner keeps so many of each kind a step and drops the rest in silence
// (https://github.com/orgs/community/discussions/26680).
const mostOfEach = 10;
const longestMessage = 4000;

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** For the GitHub runner: annotations as workflow commands, new findings before old ones, the worst first. */
export const github: Reporter = {
  format: 'github',
  title: 'annotations for GitHub Actions (workflow commands)',
  render: (report, options) => {
    const summary = summarise(report);
    const failure = failureCommand(summary);
    const left = { error: mostOfEach - failure.length, warning: mostOfEach, note: mostOfEach };
    const notShown = { error: 0, warning: 0, note: 0 };
    const lines: string[] = [...failure];
    const nameEntries = entryNames(report);
    const known = knownFingerprints(report.base);
    const isOld = ({ fingerprint }: Finding): number => Number(known.has(fingerprint));
    for (const finding of report.findings.toSorted((a, b) => isOld(a) - isOld(b) || worstFirst(a, b))) {
      const { severity } = finding;
      if (left[severity] > 0) {
        left[severity] -= 1;
        lines.push(findingCommand(finding, options, nameEntries));
      } else {
        notShown[severity] += 1;
      }
    }
    const rest = severities.filter((severity) => notShown[severity] > 0);
    if (rest.length > 0) {
      const counts = rest.map((severity) => plural(notShown[severity], `more ${severity}`)).join(', ');
      lines.push(`${counts} not shown as annotations: the runner takes ${mostOfEach} of each kind.`);
    }
    return lines.map((line) => `${line}\n`).join('');
  },
};

function worstFirst(a: Finding, b: Finding): number {
  return (
    compareSeverity(a.severity, b.severity) || b.entries.length - a.entries.length || compareProblems(a, b)
  );
}

// One annotation for all failures: exit code 3 must not be a riddle, nor push every finding out.
function failureCommand({ failed, notChecked }: Summary): string[] {
  if (failed === 0) return [];
  const reasons = notChecked.filter(({ status }) => status === 'failed');
  const text = reasons.map((group) => `${uncheckedPhrase(group)} (${someOf(group.names, 3)})`);
  return [
    `::error title=${failed} could not be checked::${escapeCommandData(clip(text.join('\n'), longestMessage))}`,
  ];
}

function findingCommand(finding: Finding, { describe }: ReporterOptions, nameEntries: NameEntries): string {
  const { check, severity, message, origin, entries } = finding;
  const description = describe(check);
  const text = [
    message,
    entriesPhrase(entries, origin.file, nameEntries),
    `Fix: ${finding.fix ?? description.fix}`,
    description.url,
  ];
  const data = escapeCommandData(clip(text.filter(Boolean).join('\n'), longestMessage));
  const properties = [...placeProperties(origin), ['title', check] as const]
    .map(([name, value]) => `${name}=${escapeCommandProperty(String(value))}`)
    .join(',');
  return `::${commands[severity]} ${properties}::${data}`;
}

function placeProperties(origin: Origin): (readonly [string, string | number])[] {
  const { file, line, column, endLine = line, endColumn } = origin;
  if (line === 0) return [['file', file]];
  const places: (readonly [string, string | number])[] = [
    ['file', file],
    ['line', line],
    ['endLine', endLine],
  ];
  // GitHub refuses columns on a range of several lines (https://docs.github.com/en/rest/checks/runs).
  if (column === 0 || endLine !== line) return places;
  places.push(['col', column]);
  if (endColumn !== undefined) places.push(['endColumn', endColumn]);
  return places;
}
