import type { ComparedFindings } from '../model/compare-findings.ts';
import type { Finding } from '../model/finding.ts';
import { formatOrigin } from '../model/origin.ts';
import type { Report } from '../model/report.ts';
import { shortTerminalText } from './escape-terminal.ts';
import { basePhrase } from './findings-wording.ts';
import { ofBase } from './name-entries.ts';
import type { Style } from './style.ts';
import { entriesPhrase } from './wording.ts';
import { wrap } from './wrap.ts';

const mostGone = 20;

/** How many findings are new, old and gone, and the worst of those that are gone. */
export function baseLines(
  { base }: Report,
  { added, old, gone, unknown }: ComparedFindings,
  style: Style,
  width: number,
): string[] {
  if (!base) return [];
  const lines = [
    ...gone.map((finding) => goneLine('gone', finding)),
    ...unknown.map((finding) => goneLine('not looked for again', finding)),
  ];
  const left = lines.length - mostGone;
  return [
    ...wrap(basePhrase(base, { added, old, gone, unknown }), { first: width, rest: width }).map(style.bold),
    ...lines
      .slice(0, mostGone)
      .flatMap((line) =>
        wrap(shortTerminalText(line), { first: width - 2, rest: width - 4 }).map((row, index) =>
          index === 0 ? `  ${row}` : `    ${row}`,
        ),
      ),
    ...(left > 0 ? [`  and ${left} more of the base`] : []),
  ];
}

function goneLine(word: string, { severity, check, origin, entries }: Finding): string {
  const holds = entriesPhrase(entries, origin.file, ofBase);
  return `${word}: ${severity}[${check}] ${formatOrigin(origin)}${holds && `, ${holds}`}`;
}
