import type { Excerpt } from '../../model/finding.ts';
import type { Origin } from '../../model/origin.ts';
import { sliceColumns } from '../display-width.ts';
import { type DrawnLine, drawExcerpt } from '../excerpt-lines.ts';
import { html, type Markup } from './markup.ts';

/** Columns; longer lines are cut around the origin. */
const excerptWidth = 160;

/** The source around a finding, folded, with the part that it is about marked. */
export function excerptFold(excerpt: Excerpt, origin: Origin): Markup {
  const { firstLine, lines } = excerpt;
  const range =
    lines.length === 1 ? `line ${firstLine}` : `lines ${firstLine} to ${firstLine + lines.length - 1}`;
  const gutter = String(firstLine + lines.length - 1).length;
  return html`
    <details><summary>Source, ${range}</summary>
    <pre>${drawExcerpt(excerpt, origin, excerptWidth).map((line) => sourceLine(line, gutter))}</pre>
    </details>
  `;
}

function sourceLine({ number, text, marks }: DrawnLine, gutter: number): Markup {
  const numbered = html`<span class="line">${String(number).padStart(gutter)}  </span>`;
  if (marks === '') return html`${numbered}${text}`;
  const from = marks.indexOf('^');
  const marked = sliceColumns(text, from, marks.length);
  // A place behind the end of its line has no character to mark.
  return html`${numbered}${sliceColumns(text, 0, from)}<mark>${marked || ' '}</mark>${sliceColumns(text, marks.length, Number.MAX_SAFE_INTEGER)}`;
}
