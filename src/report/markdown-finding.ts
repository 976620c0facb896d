import type { Finding, Severity } from '../model/finding.ts';
import { formatOrigin } from '../model/origin.ts';
import { codeBlock, escapeMarkdown } from './escape-markdown.ts';
import { drawExcerpt } from './excerpt-lines.ts';
import type { NameEntries } from './name-entries.ts';
import type { ReporterOptions } from './reporter.ts';
import { clip, entriesPhrase } from './wording.ts';

/** Longer texts are clipped, in code units: one hostile message must not take the room of all others. */
const longestText = 1000;
const excerptWidth = 120;

/** A mark beside the word of a severity. */
export const symbols: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', note: 'ℹ️' };

/** The head of the table of findings, with a column for the base where there is one. */
export function tableHead(hasBase: boolean): string {
  const [title, line] = hasBase ? [' Base |', ' --- |'] : ['', ''];
  return `| Severity |${title} Check | Place | Message | Entries |\n| --- |${line} --- | --- | --- | ---: |`;
}

/** A row of the table of findings. */
export function findingRow(
  finding: Finding,
  { describe }: ReporterOptions,
  state: 'new' | 'old' | undefined,
): string {
  const { check, severity, origin, message, entries } = finding;
  const link = `[${inline(check)}](${encodeURI(describe(check).url)})`;
  const cells = [
    `${symbols[severity]} ${severity}`,
    ...(state === undefined ? [] : [state]),
    link,
    inline(formatOrigin(origin)),
    inline(message),
    entries.length,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A finding with its source and what to do, folded away. */
export function findingDetails(
  finding: Finding,
  { describe }: ReporterOptions,
  nameEntries: NameEntries,
): string {
  const { check, severity, origin, message, related, rendered, entries, fix } = finding;
  const description = describe(check);
  const phrase = entriesPhrase(entries, origin.file, nameEntries);
  const facts = [
    ...(related ?? []).map((one) => ['Also', `${formatOrigin(one.origin)}: ${one.message}`] as const),
    ['On the machine', rendered ?? ''] as const,
    ['Holds', phrase] as const,
    ['Why', description.why] as const,
    ['Fix', fix ?? description.fix] as const,
  ].filter(([, text]) => text !== '');
  return [
    `<details><summary>${severity} ${inline(check)} at ${inline(formatOrigin(origin))}</summary>`,
    inline(message),
    ...excerptBlock(finding),
    facts.map(([label, text]) => `- **${label}:** ${inline(text)}`).join('\n'),
    '</details>',
  ].join('\n\n');
}

/** The lines around a finding as a code block; none where there is no excerpt. */
export function excerptBlock({ excerpt, origin }: Finding): string[] {
  if (excerpt === undefined) return [];
  const gutter = String(excerpt.firstLine + excerpt.lines.length - 1).length;
  const lines = drawExcerpt(excerpt, origin, excerptWidth).flatMap(({ number, text, marks }) => {
    const line = `${String(number).padStart(gutter)} | ${text}`.trimEnd();
    return marks === '' ? [line] : [line, `${' '.repeat(gutter)} | ${marks}`];
  });
  return [codeBlock(lines)];
}

function inline(text: string): string {
  return escapeMarkdown(clip(text, longestText));
}
