import { knownFingerprints } from '../model/compare-findings.ts';
import { exitCode, exitCodes } from '../model/exit-code.ts';
import { compareSeverity, type Finding } from '../model/finding.ts';
import { compareText, wholeFile } from '../model/origin.ts';
import type { Report, SuppressedFinding } from '../model/report.ts';
import { summarise } from '../model/summary.ts';
import { toJson } from './escape-json.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { escapeSarifMessage } from './escape-sarif.ts';
import { entryNames } from './name-entries.ts';
import type { CheckDescription, Reporter, ReporterOptions } from './reporter.ts';
import { type BaselineState, sarifLocation, sarifResult } from './sarif-result.ts';
import { someOf, uncheckedPhrase } from './wording.ts';

/**
 * GitHub refuses a run with more results; of these it keeps 5,000, the most severe first as it says
 * (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
 */
const mostResults = 25_000;
const mostNames = 20;

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning and editors. */
export const sarif: Reporter = {
  format: 'sarif',
  title: 'SARIF 2.1.0, for code scanning',
  render: (report, options) =>
    toJson({
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [sarifRun(report, options)],
    }),
};

function sarifRun(report: Report, options: ReporterOptions): unknown {
  const all = worstFirst(report);
  const stateOf = baselineStates(report);
  const checks = [...new Set(all.map(({ finding }) => finding.check))].sort(compareText);
  const ruleIndexes = new Map(checks.map((check, index) => [check, index]));
  const nameEntries = entryNames(report);
  return {
    tool: {
      driver: {
        name: 'windtunnel',
        version: report.version,
        informationUri: 'https://github.com/windtunnel/windtunnel',
        rules: checks.map((check) => sarifRule(options.describe(check))),
      },
    },
    invocations: [
      {
        executionSuccessful: exitCode(report, options.failOn) !== exitCodes.failed.code,
        exitCode: exitCode(report, options.failOn),
        toolExecutionNotifications: [...cutNotifications(all.length), ...notifications(report)],
      },
    ],
    columnKind: 'unicodeCodePoints',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The workspace that was checked.' } } },
    results: all.slice(0, mostResults).map(({ finding, suppressed }) =>
      sarifResult(finding, {
        ruleIndex: ruleIndexes.get(finding.check) ?? -1,
        suppressed,
        baselineState: stateOf(finding),
        nameEntries,
      }),
    ),
  };
}

interface SarifFinding {
  readonly finding: Finding;
  readonly suppressed: SuppressedFinding | undefined;
}

/** What is suppressed comes last: whatever a reader cuts, it is not the worst. */
function worstFirst({ findings, suppressed }: Report): SarifFinding[] {
  const bySeverity = (a: SarifFinding, b: SarifFinding): number =>
    compareSeverity(a.finding.severity, b.finding.severity);
  return [
    ...findings.map((finding) => ({ finding, suppressed: undefined })).sort(bySeverity),
    ...suppressed.map((one) => ({ finding: one.finding, suppressed: one })).sort(bySeverity),
  ];
}

/**
 * What the base says of a finding (SARIF section 3.27.24); nothing without a base. There are no results for what is gone,
 * `absent`: code scanning does not read the state, and would take them for open alerts
 * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
function baselineStates({ base }: Report): (finding: Finding) => BaselineState | undefined {
  const known = knownFingerprints(base);
  return ({ fingerprint }) => base && (known.has(fingerprint) ? 'unchanged' : 'new');
}

function sarifRule({ id, title, severity, stage, why, fix, url }: CheckDescription): unknown {
  const text = `${why} ${fix}`;
  const markdown = `**Why:** ${escapeMarkdown(why)}\n\n**Fix:** ${escapeMarkdown(fix)}\n\n[${escapeMarkdown(id)}](${encodeURI(url)})`;
  return {
    id,
    shortDescription: { text: escapeSarifMessage(title) },
    fullDescription: { text: escapeSarifMessage(why) },
    help: { text: escapeSarifMessage(text), markdown },
    helpUri: encodeURI(url),
    defaultConfiguration: { level: severity },
    properties: { tags: [stage] },
  };
}

function cutNotifications(results: number): unknown[] {
  if (results <= mostResults) return [];
  const text = `${results - mostResults} of ${results} results are left out: code scanning refuses more than ${mostResults}. The json report has all.`;
  return [{ level: 'warning', message: { text }, descriptor: { id: 'results-left-out' } }];
}

/** Everything that nobody looked at. Inputs one by one, since each is a place; one cause at machines once. */
function notifications(report: Report): unknown[] {
  const inputs = report.leftOut.map(({ file, status, reason }) => ({
    level: levelOf(status),
    message: { text: escapeSarifMessage(`${file}: ${reason}`) },
    descriptor: { id: `input-${status}` },
    locations: [sarifLocation(wholeFile(file))],
  }));
  const groups = summarise(report).notChecked.filter(({ stages }) => stages.length > 0);
  const subjects = groups.map((group) => ({
    level: levelOf(group.status),
    message: {
      text: escapeSarifMessage(`${uncheckedPhrase(group)} (${someOf(group.names, mostNames)})`),
    },
    descriptor: { id: `stage-${group.status}` },
  }));
  return [...inputs, ...subjects];
}

function levelOf(status: 'skipped' | 'failed'): string {
  return status === 'failed' ? 'error' : 'note';
}
