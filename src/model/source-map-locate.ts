import { type Origin, wholeFile } from './origin.ts';
import type { RenderedText } from './rendered-cluster.ts';
import type { SourceMap } from './source-map.ts';
import { MappedText } from './source-map-text.ts';

/**
 * Finds what a person edits to change a place in a rendered text: the same place in the template where it stands
 * there literally, else the expression whose value it is. Lines and columns as in {@link Origin}. Undefined where
 * nobody knows.
 */
export function locateInMap(
  map: SourceMap,
  text: string,
): (line: number, column: number) => Origin | undefined {
  const mapped = new MappedText(text, map);
  return (line, column) => mapped.at(offsetOf(mapped, line, column));
}

/** Turns places in a rendered text, which name its `file`, into places in templates; other places stay as they are. */
export function templateOrigins({ file, text, map }: RenderedText): (rendered: Origin) => Origin {
  if (!map) return (origin) => origin;
  let mapped: MappedText | undefined;
  return (origin) => {
    if (origin.file !== file) return origin;
    if (origin.line === 0) return wholeFile(file);
    // Most texts have no finding.
    mapped ??= new MappedText(text, map);
    const start = offsetOf(mapped, origin.line, origin.column);
    const { endLine = origin.line, endColumn } = origin;
    const end = endColumn === undefined ? start : offsetOf(mapped, endLine, endColumn);
    return mapped.range(start, end) ?? wholeFile(file);
  };
}

/** Translators name lines without a column, and columns behind the end of their line. */
function offsetOf({ lines }: MappedText, line: number, column: number): number {
  const start = lines.offset(line, 1);
  const end = start + (lines.line(line)?.length ?? 0);
  return Math.min(lines.offset(line, Math.max(column, 1)), end);
}
