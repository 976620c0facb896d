import type { Finding } from '../model/finding.ts';
import { resultWord, summarise, triedStages } from '../model/summary.ts';
import { bytesOf, writeWhatFits } from './byte-budget.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { findingDetails, findingRow, tableHead } from './markdown-finding.ts';
import { notCheckedSection, stageTable } from './markdown-summary.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { headline, kubernetesPhrase, madeUpPhrase, plural, suppressedPhrase } from './wording.ts';

/**
 * Bytes of UTF-8 that GitHub takes for the summary of a step
 * (https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions#step-isolation-and-limits).
 */
const mostBytes = 1_048_576;
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
    const head = [
      `## windtunnel: ${headings[resultWord(report, options.failOn)]}`,
      escapeMarkdown(
        [headline(summary), kubernetesPhrase(summary), madeUpPhrase(summary), suppressedPhrase(summary)]
          .filter(Boolean)
          .join('; '),
      ),
    ];
    const tail = [stageTable(triedStages(summary)), ...notCheckedSection(summary.notChecked)];
    const room = mostBytes - reserve - bytesOf([...head, ...tail].join('\n\n'));
    return `${[...head, ...findingSections(report.findings, options, room), ...tail].join('\n\n')}\n`;
  },
};

/** The table, then the details, as far as there is room for them. */
function findingSections(findings: readonly Finding[], options: ReporterOptions, room: number): string[] {
  if (findings.length === 0) return [];
  const rows = writeWhatFits(
    findings,
    (finding) => findingRow(finding, options),
    room - bytesOf(tableHead),
    1,
  );
  const details = writeWhatFits(findings, (finding) => findingDetails(finding, options), rows.room, 2);
  return [
    [tableHead, ...rows.texts].join('\n'),
    ...leftOutLine(rows.leftOut, 'in this table'),
    ...details.texts,
    ...leftOutLine(details.leftOut, 'with the source here'),
  ];
}

function leftOutLine(count: number, where: string): string[] {
  if (count === 0) return [];
  return [
    `${plural(count, 'finding')} not shown ${where}: a summary has room for 1 MiB. The json report has all.`,
  ];
}
