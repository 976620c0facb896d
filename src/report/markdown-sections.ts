import type { ComparedFindings } from '../model/compare-findings.ts';
import { compareSeverity, type Finding } from '../model/finding.ts';
import type { RenderedChange } from '../model/rendered-difference.ts';
import type { Report } from '../model/report.ts';
import { bytesOf, type Fitted, joinFitted, writeShare, writeWhatFits } from './byte-budget.ts';
import { goneLine } from './comment/finding.ts';
import { goneTitle } from './findings-wording.ts';
import { changeSection, changesByReach, differenceHead } from './markdown-difference.ts';
import { findingDetails, findingRow, tableHead } from './markdown-finding.ts';
import { entryNames } from './name-entries.ts';
import type { ReporterOptions } from './reporter.ts';
import { plural } from './wording.ts';

/** Bytes that what is gone gets at most, and that differences get before the sources of findings do. */
const goneBytes = 65_536;
const differenceBytes = 262_144;
/** Bytes of one diff. */
const largestDiff = 16_384;

interface Written {
  readonly rows: Fitted;
  readonly details: Fitted;
  readonly gone: Fitted;
  readonly changes: Fitted;
}

/**
 * The table of findings, their sources, what is gone and what is rendered otherwise, as far as there is room.
 *
 * @param room bytes
 */
export function findingSections(
  report: Report,
  compared: ComparedFindings,
  options: ReporterOptions,
  room: number,
): string[] {
  const { base, difference } = report;
  const head = difference ? ['### Rendered difference', ...differenceHead(difference)] : [];
  const table = tableHead(base !== undefined);
  const left = room - bytesOf([...head, table].join('\n\n'));
  const { rows, details, gone, changes } = writeAll(report, compared, options, left);
  return [
    ...(report.findings.length > 0 ? [[table, ...rows.texts].join('\n')] : []),
    ...leftOutLine(rows.leftOut, 'finding', ' in this table'),
    ...details.texts,
    ...leftOutLine(details.leftOut, 'finding', ' with the source here'),
    ...goneSection(compared, gone),
    ...head,
    ...changes.texts,
    ...leftOutLine(changes.leftOut, 'change', ''),
  ];
}

/** The worst findings first, of them the new ones: rows of errors, some differences, other rows, what is gone, sources. */
function writeAll(
  report: Report,
  compared: ComparedFindings,
  options: ReporterOptions,
  room: number,
): Written {
  const { base, difference } = report;
  const ofReport = entryNames(report);
  const ofDifference = entryNames(difference ?? report);
  const old = new Set(compared.old);
  const findings = [...compared.added, ...compared.old].sort((a, b) =>
    compareSeverity(a.severity, b.severity),
  );
  const row = (finding: Finding): string =>
    findingRow(finding, options, base && (old.has(finding) ? 'old' : 'new'));
  const section = (change: RenderedChange): string => changeSection(change, ofDifference, largestDiff);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const errorRows = writeWhatFits(errors, row, room, 1);
  const changes = difference ? changesByReach(difference) : [];
  const some = writeShare(changes, section, { share: differenceBytes, room: errorRows.room, gap: 2 });
  // Where an error has no room, no lesser finding takes it.
  const left = errorRows.leftOut > 0 ? 0 : some.room;
  const otherRows = writeWhatFits(findings.slice(errors.length), row, left, 1);
  const gone = writeGone(compared, options, otherRows.room);
  const details = writeWhatFits(
    findings,
    (finding) => findingDetails(finding, options, ofReport),
    gone.room,
    2,
  );
  const more = writeWhatFits(changes.slice(some.texts.length), section, details.room, 2);
  return {
    rows: joinFitted(errorRows, otherRows),
    details,
    gone,
    changes: joinFitted({ ...some, leftOut: 0 }, more),
  };
}

function writeGone({ gone, unknown }: ComparedFindings, options: ReporterOptions, room: number): Fitted {
  const lost = new Set(unknown);
  const write = (finding: Finding): string => goneLine(finding, options, lost.has(finding));
  return writeShare([...gone, ...unknown], write, { share: goneBytes, room, gap: 1 });
}

function goneSection(compared: ComparedFindings, { texts, leftOut }: Fitted): string[] {
  const title = goneTitle(compared);
  if (title === '') return [];
  return [
    `<details><summary>${title}</summary>`,
    texts.join('\n'),
    ...leftOutLine(leftOut, 'finding', ' that the base has'),
    '</details>',
  ];
}

function leftOutLine(count: number, noun: string, where: string): string[] {
  if (count === 0) return [];
  return [`${plural(count, noun)} not shown${where}: a summary has room for 1 MiB. The json report has all.`];
}
