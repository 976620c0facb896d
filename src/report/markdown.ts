import { compareFindings } from '../model/compare-findings.ts';
import { resultWord, summarise, triedStages } from '../model/summary.ts';
import { bytesOf } from './byte-budget.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { basePhrase } from './findings-wording.ts';
import { findingSections } from './markdown-sections.ts';
import { notCheckedSection, stageTable } from './markdown-summary.ts';
import type { Reporter } from './reporter.ts';
import { headline, kubernetesPhrase, madeUpPhrase, suppressedPhrase } from './wording.ts';

/**
 * Bytes of UTF-8 that GitHub takes for the summary of a step
 * (https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions#step-isolation-and-limits).
 */
const mostBytes = 1_048_576;
/** For what was not checked, of that. */
const notCheckedBytes = 262_144;
/** Room for the lines that say what is left out, and their blank lines. */
const reserve = 512;

const headings = {
  clean: '✅ clean',
  findings: '❌ findings',
  failed: '⚠️ failed: not everything could be checked',
  usage: '⚠️ used wrongly',
} as const;

/** GitHub Flavored Markdown for the job summary. Cut at a whole row or section where it would be too long. */
export const markdown: Reporter = {
  format: 'markdown',
  title: 'Markdown, for the job summary of GitHub Actions',
  render: (report, options) => {
    const summary = summarise(report);
    const compared = compareFindings(report);
    const head = [
      `## windtunnel: ${headings[resultWord(report, options.failOn)]}`,
      escapeMarkdown(
        [headline(summary), kubernetesPhrase(summary), madeUpPhrase(summary), suppressedPhrase(summary)]
          .filter(Boolean)
          .join('; '),
      ),
      ...(report.base ? [escapeMarkdown(basePhrase(report.base, compared))] : []),
    ];
    const tail = [
      stageTable(triedStages(summary)),
      ...notCheckedSection(summary.notChecked, '###', notCheckedBytes),
    ];
    const room = mostBytes - reserve - bytesOf([...head, ...tail].join('\n\n'));
    const sections = findingSections(report, compared, options, room);
    return `${[...head, ...sections, ...tail].join('\n\n')}\n`;
  },
};
