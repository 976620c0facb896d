import { type Finding, reaches, type Severity } from '../model/finding.ts';
import { formatOrigin } from '../model/origin.ts';
import type { Outcome } from '../model/stage.ts';
import { escapeXml } from './escape-xml.ts';
import type { EntryFindings } from './junit-findings.ts';
import type { ReporterOptions } from './reporter.ts';
import { severityCounts } from './wording.ts';

/** One `<testcase>` and what it counts as. */
export interface TestCase {
  readonly ending: 'passed' | 'failure' | 'error' | 'skipped';
  readonly xml: string;
}

interface Name {
  readonly suite: string;
  readonly name: string;
}

/** A case for a stage that ended without findings, or for an input that no stage looked at. */
export function outcomeCase(name: Name, outcome: Exclude<Outcome, { status: 'findings' }>): TestCase {
  switch (outcome.status) {
    case 'passed':
      return testCase(name, 'passed', []);
    case 'failed':
      return testCase(name, 'error', [`<error message="${escapeXml(outcome.reason)}"/>`]);
    case 'skipped':
      return testCase(name, 'skipped', [`<skipped message="${escapeXml(outcome.reason)}"/>`]);
    case 'not-applicable':
      return testCase(name, 'skipped', [`<skipped message="not applicable: ${escapeXml(outcome.reason)}"/>`]);
  }
}

/**
 * A case for a stage that has findings. It fails when one of them reaches `--fail-on`, so that the test result
 * agrees with the exit code; the others are its output.
 */
export function findingsCase(name: Name, found: EntryFindings, options: ReporterOptions): TestCase {
  const { failOn } = options;
  const fails = ({ severity }: Finding): boolean => failOn !== 'never' && reaches(severity, failOn);
  const failing = [...found.first, ...found.again].filter(fails);
  const lines = (wanted: boolean): string[] => [
    ...found.first
      .filter((finding) => fails(finding) === wanted)
      .flatMap((finding) => fullLines(finding, options)),
    ...found.again
      .filter((finding) => fails(finding) === wanted)
      .map((finding) => `${oneLine(finding)} (told in full in an earlier entry)`),
  ];
  const more = found.againCount - found.again.length;
  const rest = more > 0 ? [`${more} more, told in full in earlier entries`] : [];
  const children: string[] = [];
  const [worst] = failing.toSorted((a, b) => (reaches(a.severity, b.severity) ? -1 : 1));
  if (worst !== undefined) {
    const text = [...lines(true), ...rest].map(escapeXml).join('\n');
    children.push(`<failure message="${countsOf(failing)}" type="${worst.severity}">${text}</failure>`);
  }
  const output = [...lines(false), ...(worst === undefined ? rest : [])];
  if (output.length > 0) children.push(`<system-out>${output.map(escapeXml).join('\n')}</system-out>`);
  return testCase(name, worst === undefined ? 'passed' : 'failure', children);
}

function testCase({ suite, name }: Name, ending: TestCase['ending'], children: readonly string[]): TestCase {
  const start = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}"`;
  if (children.length === 0) return { ending, xml: `${start}/>` };
  return {
    ending,
    xml: [`${start}>`, ...children.map((child) => `      ${child}`), '    </testcase>'].join('\n'),
  };
}

function countsOf(findings: readonly Finding[]): string {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return severityCounts(counts);
}

function oneLine({ severity, check, origin, message }: Finding): string {
  return `${severity}[${check}] ${formatOrigin(origin)}: ${message}`;
}

function fullLines(finding: Finding, { describe }: ReporterOptions): string[] {
  return [oneLine(finding), `fix: ${finding.fix ?? describe(finding.check).fix}`];
}
