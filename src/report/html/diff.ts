import { plural } from '../wording.ts';
import { html, type Markup, preformatted } from './markup.ts';

/** A diff whose lines begin with their sign; colours repeat what the signs say. */
export function diffBlock(lines: readonly string[]): Markup {
  return html`<pre class="diff">\n${runsOf(lines).map(runMarkup)}</pre>`;
}

/** Lines as they stand. */
export function textBlock(lines: readonly string[]): Markup {
  // The parser takes the first line end of the element away.
  return html`<pre>\n${preformatted(lines.join('\n'))}</pre>`;
}

/** Says how many lines of a file are not on the page; nothing where it has all. */
export function missingLines(count: number): Markup | readonly [] {
  return count === 0
    ? []
    : html`<p>${plural(count, 'more line')} not shown here. The json report has more.</p>`;
}

/** Lines that stand together and begin alike. */
function runsOf(lines: readonly string[]): (readonly string[])[] {
  const runs: string[][] = [];
  let sign: string | undefined;
  for (const line of lines) {
    const own = line.charAt(0);
    if (own === sign) runs.at(-1)?.push(line);
    else runs.push([line]);
    sign = own;
  }
  return runs;
}

function runMarkup(lines: readonly string[]): Markup {
  const text = preformatted(lines.join('\n'));
  switch (lines[0]?.charAt(0)) {
    case '+':
      return html`<ins>${text}</ins>`;
    case '-':
      return html`<del>${text}</del>`;
    case '@':
      return html`<span class="dim">${text}</span>`;
    default:
      return text;
  }
}
