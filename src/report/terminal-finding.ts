import type { Finding, Severity } from '../model/finding.ts';
import { formatOrigin } from '../model/origin.ts';
import { shortTerminalText } from './escape-terminal.ts';
import { drawExcerpt } from './excerpt-lines.ts';
import type { NameEntries } from './name-entries.ts';
import type { CheckDescription } from './reporter.ts';
import type { Style } from './style.ts';
import { entriesPhrase } from './wording.ts';
import { truncate, wrap } from './wrap.ts';

/** What a finding is printed with. */
export interface FindingContext {
  readonly style: Style;
  readonly width: number;
  readonly check: CheckDescription;
  /** False when the check's reasons stand at an earlier finding already. */
  readonly inFull: boolean;
  readonly nameEntries: NameEntries;
  /** True where there is a base, and it does not have the finding. */
  readonly isNew: boolean;
}

/** The lines of one finding: what, where, the source, and what to do. */
export function findingLines(finding: Finding, context: FindingContext): string[] {
  const { excerpt, origin } = finding;
  const lastNumber = excerpt ? excerpt.firstLine + excerpt.lines.length - 1 : 0;
  const gutter = String(lastNumber).length;
  const place = `${' '.repeat(gutter)}${context.style.dim('-->')} ${shortTerminalText(formatOrigin(origin))}`;
  return [
    ...headerLines(finding, context),
    place,
    ...(excerpt ? excerptLines(finding, gutter, context) : []),
    ...noteLines(finding, gutter, context),
  ];
}

function headerLines({ check, severity, message }: Finding, { style, width }: FindingContext): string[] {
  const label = `${severity}[${shortTerminalText(check)}]`;
  const [first = '', ...rest] = wrap(shortTerminalText(message), {
    first: width - label.length - 1,
    rest: width - 2,
  });
  const start = style.severity(severity, label);
  return [
    first === '' ? start : `${start} ${style.bold(first)}`,
    ...rest.map((line) => `  ${style.bold(line)}`),
  ];
}

function excerptLines(finding: Finding, gutter: number, { style, width }: FindingContext): string[] {
  const { excerpt, origin, severity } = finding;
  if (excerpt === undefined) return [];
  const edge = style.dim(`${' '.repeat(gutter)} |`);
  const lines = [edge];
  for (const { number, text, marks } of drawExcerpt(excerpt, origin, width - gutter - 3)) {
    lines.push(`${style.dim(`${String(number).padStart(gutter)} |`)}${text === '' ? '' : ` ${text}`}`);
    if (marks !== '') lines.push(`${edge} ${caretLine(marks, severity, style)}`);
  }
  return [...lines, edge];
}

function caretLine(marks: string, severity: Severity, style: Style): string {
  const carets = marks.trimStart();
  return ' '.repeat(marks.length - carets.length) + style.severity(severity, carets);
}

/** What else there is to know, one `= ` line (or a wrapped few) each. */
function noteLines(finding: Finding, gutter: number, context: FindingContext): string[] {
  const { check, inFull, isNew, nameEntries, style, width } = context;
  const lines: string[] = [];
  const add = (label: string, text: string): void => {
    const indent = gutter + 3 + label.length;
    const [first = '', ...rest] = wrap(text, { first: width - indent, rest: width - gutter - 3 });
    lines.push(
      `${' '.repeat(gutter)} ${style.dim('=')} ${style.bold(first === '' ? label.trimEnd() : label)}${first}`,
    );
    for (const line of rest) lines.push(' '.repeat(gutter + 3) + line);
  };
  for (const { origin, message } of finding.related ?? []) {
    add('also: ', shortTerminalText(`${formatOrigin(origin)}: ${message}`));
  }
  if (finding.rendered !== undefined) add('on the machine: ', shortTerminalText(finding.rendered));
  const entries = entriesPhrase(finding.entries, finding.origin.file, nameEntries);
  if (entries !== '') add('', shortTerminalText(entries));
  if (isNew) add('', 'new: the base does not have it');
  if (inFull) add('why: ', shortTerminalText(check.why));
  const fix = shortTerminalText(finding.fix ?? check.fix);
  if (inFull || finding.fix !== undefined) add('fix: ', fix);
  else add('fix: ', truncate(fix, width - gutter - 8));
  if (inFull) add('more: ', `windtunnel explain ${shortTerminalText(check.id)}`);
  return lines;
}
