import type { YamlDocument } from '../yaml/document.ts';
import { endOf, startOf } from '../yaml/extent.ts';
import { LineMap } from '../yaml/line-map.ts';
import { nodesOf } from '../yaml/nodes.ts';
import { jsonMistake } from './json-syntax.ts';
import type { TranslatorEntry } from './subjects.ts';

/** The place where a text stops being JSON, as an entry; Go's own words come without one, or with the next one. */
export function jsonSyntaxEntry(source: string): TranslatorEntry | undefined {
  const mistake = jsonMistake(source);
  if (!mistake) return undefined;
  // A file that stops early stops behind its last character, not behind its last line.
  const at = new LineMap(source).at(Math.min(mistake.offset, source.trimEnd().length));
  return { kind: 'error', message: `not JSON: ${mistake.message}`, path: [], ...at };
}

/** Entries on JSON count a column's bytes: gives those that count its characters. */
export function inCodePoints(
  entries: readonly TranslatorEntry[],
  source: string,
): readonly TranslatorEntry[] {
  if (entries.length === 0 || Buffer.byteLength(source) === source.length) return entries;
  const lines = new LineMap(source);
  return entries.map((entry) => {
    const line = Buffer.from(lines.line(entry.line) ?? '');
    return { ...entry, column: charactersBefore(line, entry.column - 1) + Math.min(entry.column, 1) };
  });
}

function charactersBefore(line: Uint8Array, byte: number): number {
  let count = 0;
  for (let index = 0; index < byte && index < line.length; index += 1) {
    // All bytes of a character but the first are of the form 10xxxxxx.
    if (((line[index] ?? 0) & 0xc0) !== 0x80) count += 1;
  }
  return count;
}

/**
 * Completes an entry on a value of the wrong type by its path. Go's JSON reader names the place behind a text, a
 * number or a boolean, and the one behind the opening bracket of anything else.
 */
export function placeJsonError(entry: TranslatorEntry, yaml: YamlDocument): TranslatorEntry {
  if (entry.path.length > 0 || entry.line === 0) return entry;
  if (!/^json: cannot unmarshal| must be .* \(found: /.test(entry.message)) return entry;
  const named = yaml.lines.offset(entry.line, entry.column);
  for (const [node, path] of nodesOf(yaml)) {
    const behind = node.kind === 'scalar' ? endOf(node) : startOf(node) + 1;
    if (behind === named) return { ...entry, path };
  }
  return entry;
}
