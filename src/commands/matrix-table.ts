import type { MatrixEntry } from '../model/rendered-cluster.ts';
import { displayWidth } from '../report/display-width.ts';
import { escapeTerminal, inertLine } from '../report/escape-terminal.ts';

const columns = ['platform', 'os', 'networking', 'arch', 'controllers'] as const;
const gap = 2;

/**
 * Entries with what is known of each, in columns. Columns that do not fit into `width` are left away from the right:
 * the name has most of it.
 */
export function matrixTable(entries: readonly MatrixEntry[], width: number): string {
  if (entries.length === 0) return 'no Terraform module with something of a cluster in it\n';
  const used = columns.filter((column) => entries.some((entry) => entry[column] !== undefined));
  const rows = [
    ['entry', ...used],
    ...entries.map((entry) => [entry.name, ...used.map((column) => String(entry[column] ?? '-'))]),
  ].map((row) => row.map((cell) => escapeTerminal(cell)));
  const widths = fittingWidths(rows, width);
  const lines = rows.map((row) => inertLine(padded(row, widths)));
  return `${lines.join('\n')}\n\n${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}\n`;
}

/** Widths of the first columns, as many as fit; always that of the first. */
function fittingWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const widths = (rows[0] ?? []).map((_, index) => {
    return rows.reduce((most, row) => Math.max(most, displayWidth(row[index] ?? '')), 0);
  });
  const taken = (count: number): number =>
    widths.slice(0, count).reduce((sum, each) => sum + each + gap, -gap);
  let count = widths.length;
  while (count > 1 && taken(count) > width) count -= 1;
  return widths.slice(0, count);
}

function padded(row: readonly string[], widths: readonly number[]): string {
  return widths
    .map((each, index) => {
      const cell = row[index] ?? '';
      return cell + ' '.repeat(each - displayWidth(cell) + gap);
    })
    .join('')
    .trimEnd();
}
