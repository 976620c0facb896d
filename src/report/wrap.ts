import { cells, displayWidth, sliceColumns } from './display-width.ts';

/** Columns a line has for text; the first line may have fewer, where it follows a label. */
export interface LineWidths {
  readonly first: number;
  readonly rest: number;
}

/** A character is a column here, and the first is no space. */
const plain = /^[!-~][ -~]*$/;

/**
 * Breaks a one-line text at spaces into lines that fit. A word wider than a line is broken where the line
 * ends.
 */
export function wrap(text: string, widths: LineWidths): string[] {
  if (text.length <= widths.first && plain.test(text)) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const room = (): number => Math.max(1, lines.length === 0 ? widths.first : widths.rest);
  for (const word of text.split(' ')) {
    let rest = word;
    let width = displayWidth(rest);
    if (used > 0 && used + 1 + width > room()) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (lines.length === 0 && used === 0 && width > room() && belongsBelow(width, widths)) lines.push('');
    while (used === 0 && width > room()) {
      const head = headThatFits(rest, room());
      lines.push(head);
      rest = rest.slice(head.length);
      width -= displayWidth(head);
    }
    line = used === 0 ? rest : `${line} ${rest}`;
    used += width + (used === 0 ? 0 : 1);
  }
  return used > 0 || lines.length === 0 ? [...lines, line.trimEnd()] : lines;
}

/** Whether a word that does not fit beside a label does better on a line of its own. */
function belongsBelow(width: number, { first, rest }: LineWidths): boolean {
  return first < rest && (width <= rest || first < 10);
}

/** Shortens a text to a width, with `…` in place of what is left out. */
export function truncate(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${sliceColumns(text, 0, width - 1).trimEnd()}…`;
}

// At least one character, or a wide one in a line of one column would never be printed. At most a few code
// units for each column, or a long word would be cut into cells once for each of its lines.
/** The beginning of a text that fits into some columns; at least one character of it. */
export function headThatFits(text: string, width: number): string {
  let head = '';
  let used = 0;
  for (const cell of cells(text.slice(0, 16 * width).replace(/[\ud800-\udbff]$/, ''))) {
    if (head !== '' && used + cell.width > width) break;
    head += cell.text;
    used += cell.width;
  }
  return head;
}
