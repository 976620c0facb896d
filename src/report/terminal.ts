import { compareFindings } from '../model/compare-findings.ts';
import { summarise, triedStages } from '../model/summary.ts';
import { inertLine } from './escape-terminal.ts';
import { entryNames } from './name-entries.ts';
import type { Reporter } from './reporter.ts';
import { makeStyle } from './style.ts';
import { baseLines } from './terminal-base.ts';
import { differenceLines } from './terminal-difference.ts';
import { findingLines } from './terminal-finding.ts';
import { closingLines, notCheckedLines, stageLines } from './terminal-summary.ts';

const narrowest = 40;

/** For people: every finding with its source, then what was and was not looked at. */
export const terminal: Reporter = {
  format: 'terminal',
  title: 'text for people, coloured on a terminal',
  render: (report, options) => {
    const style = makeStyle(options.color);
    const width = Math.max(narrowest, options.width);
    const explained = new Set<string>();
    const compared = compareFindings(report);
    const added = new Set(report.base && compared.added);
    const nameEntries = entryNames(report);
    const lines: string[] = [];
    for (const finding of report.findings) {
      const inFull = !explained.has(finding.check);
      explained.add(finding.check);
      for (const line of findingLines(finding, {
        style,
        width,
        check: options.describe(finding.check),
        inFull,
        isNew: added.has(finding),
        nameEntries,
      })) {
        lines.push(line);
      }
      lines.push('');
    }
    const summary = summarise(report);
    const sections = [
      baseLines(report, compared, style, width),
      differenceLines(report.difference, style, width),
      stageLines(triedStages(summary), style, width),
      notCheckedLines(summary.notChecked, style, width),
      closingLines(summary, style, width),
    ];
    for (const section of sections.filter((part) => part.length > 0)) lines.push(...section, '');
    // The last section is the end of the report, not something that more follows.
    return `${lines.slice(0, -1).map(inertLine).join('\n')}\n`;
  },
};
