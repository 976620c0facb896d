import { cells, displayWidth } from './display-width.ts';
import { escapeTerminal } from './escape-terminal.ts';

/** A line of source made fit for a terminal, and where its characters went. */
export interface ShownSource {
  readonly shown: string;
  /** Columns. */
  readonly width: number;
  /** Column, from 0, of the code point with this index; the line's width behind its end. */
  readonly columnOf: (index: number) => number;
}

const tabStop = 4;

/** Shows a line: tabs as spaces up to the next stop, invisible characters as escapes. */
export function showSource(text: string): ShownSource {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('##[')) {
    return {
      shown: text,
      width: text.length,
      columnOf: (index) => Math.max(0, Math.min(index, text.length)),
    };
  }
  return showByCell(text);
}

function showByCell(text: string): ShownSource {
  const columns: number[] = [];
  let shown = '';
  let width = 0;
  for (const cell of cells(text)) {
    for (let count = 0; count < cell.codePoints; count += 1) columns.push(width);
    const part =
      cell.text === '\t' ? ' '.repeat(tabStop - (width % tabStop)) : escapeBehind(shown, cell.text);
    shown += part;
    width += displayWidth(part);
  }
  return { shown, width, columnOf: (index) => (index < 0 ? 0 : (columns[index] ?? width)) };
}

// A command of the runner is three characters long, and each comes alone here.
function escapeBehind(before: string, text: string): string {
  return text === '[' && before.endsWith('##') ? escapeTerminal('##[').slice(2) : escapeTerminal(text);
}
