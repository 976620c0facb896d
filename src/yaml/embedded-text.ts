import type { YamlDocument, YamlScalar } from './document.ts';
import { LineMap, type Position } from './line-map.ts';

/** Turns a place in a scalar's text into the place in the YAML file that holds it. */
export type Locate = (line: number, column: number) => Position;

/**
 * Finds the way back from the text of a scalar (a unit, a script) to the YAML file: by lines for literal blocks,
 * with the folds undone for folded ones, with the escapes undone for quoted ones.
 */
export function locateInScalar(document: YamlDocument, scalar: YamlScalar): Locate {
  const start = document.lines.at(scalar.start);
  if (scalar.style === 'literal') {
    return (line, column) => ({ line: start.line + line - 1, column: column + scalar.indent });
  }
  if (scalar.style === 'folded') return locateInFolded(document, scalar, start);
  const content = new LineMap(scalar.value);
  return (line, column) =>
    document.lines.at(writtenOffset(document.text, scalar, content.offset(line, column)));
}

/** Walks the scalar as written, character by character, until `target` UTF-16 units of content have come by. */
function writtenOffset(text: string, scalar: YamlScalar, target: number): number {
  let written = scalar.start;
  let content = 0;
  while (written < scalar.end) {
    const [writtenUnits, contentUnits] = step(text, written, scalar);
    // What stands for nothing, an escaped line end for instance, is passed even when the target is reached.
    if (content >= target && contentUnits > 0) break;
    written += writtenUnits;
    content += contentUnits;
  }
  return written;
}

// How many units of the file make how many units of the content, at one place.
function step(text: string, at: number, scalar: YamlScalar): readonly [number, number] {
  const character = text[at];
  if (scalar.style === 'double-quoted' && character === '\\') return escapeStep(text, at);
  if (scalar.style === 'single-quoted' && text.startsWith("''", at)) return [2, 1];
  if (character !== '\n' && character !== '\r') return [1, 1];
  // A fold: one line end is a space, n + 1 line ends are n, and the next line's indentation is nothing.
  const fold = /^\s+/.exec(text.slice(at, scalar.end))?.[0] ?? '\n';
  return [fold.length, Math.max(1, (fold.match(/\n/g)?.length ?? 1) - 1)];
}

function escapeStep(text: string, at: number): readonly [number, number] {
  const letter = text[at + 1];
  if (letter === 'x') return [4, 1];
  if (letter === 'u') return [6, 1];
  if (letter === 'U') return [10, Number.parseInt(text.slice(at + 2, at + 10), 16) > 0xffff ? 2 : 1];
  if (letter !== '\n' && letter !== '\r') return [2, 1];
  const lineEnd = /^\\\r?\n[ \t]*/.exec(text.slice(at))?.[0] ?? '\\\n';
  return [lineEnd.length, 0];
}

function locateInFolded(document: YamlDocument, scalar: YamlScalar, start: Position): Locate {
  const written = document.text.slice(scalar.start, scalar.end).split(/\r\n|\n|\r/);
  const content = new LineMap(scalar.value);
  // Where each written line starts in the content, blank ones nowhere. Between two stands what the fold makes.
  const starts: number[] = [];
  let next = 0;
  for (const line of written) {
    const text = line.slice(scalar.indent);
    const found = text.trim() === '' ? -1 : scalar.value.indexOf(text, next);
    starts.push(found < 0 ? Number.POSITIVE_INFINITY : found);
    if (found >= 0) next = found + text.length;
  }
  return (line, column) => {
    const target = content.offset(line, column);
    const index = Math.max(
      starts.findLastIndex((offset) => offset <= target),
      0,
    );
    const before = [...scalar.value.slice(starts[index], target)].length;
    return { line: start.line + index, column: scalar.indent + before + 1 };
  };
}
