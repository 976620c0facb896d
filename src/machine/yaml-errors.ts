import type { YamlDocument, YamlMapping, YamlNode, YamlPath } from '../yaml/document.ts';
import { startOf } from '../yaml/extent.ts';
import { pairOf } from '../yaml/lookup.ts';
import { nodesOf } from '../yaml/nodes.ts';
import type { TranslatorEntry } from './subjects.ts';

/**
 * Go's YAML readers put everything of the wrong type, and keys that stand twice, into one error of many lines.
 * Gives an entry for each; other entries come back as they are.
 *
 * Form: https://github.com/go-yaml/yaml/blob/v3.0.1/yaml.go (TypeError)
 */
export function splitYamlErrors(entry: TranslatorEntry): TranslatorEntry[] {
  const [head = '', ...lines] = entry.message.split('\n');
  if (!head.endsWith('unmarshal errors:')) return [entry];
  return lines.map((text) => {
    const [, line = '0', message = text.trim()] = /^\s*line (\d+): (.*)$/.exec(text) ?? [];
    return { ...entry, message, line: Number(line), column: 0 };
  });
}

// In a line of megabytes each would be compared with each. Upstream's line must do for the rest.
const mostOfLine = 200;

/** Completes such entries, which name a line only, by the path or the column of what they mean. */
export function placeYamlErrors(
  entries: readonly TranslatorEntry[],
  yaml: YamlDocument,
): readonly TranslatorEntry[] {
  const open = new Map<number, number[]>();
  for (const [index, { line, column, path }] of entries.entries()) {
    if (line === 0 || column > 0 || path.length > 0) continue;
    const same = open.get(line);
    if (!same) open.set(line, [index]);
    else if (same.length < mostOfLine) same.push(index);
  }
  if (open.size === 0) return entries;
  const placed = [...entries];
  for (const { offset, complete } of candidates(yaml)) {
    const same = open.get(yaml.lines.lineAt(offset)) ?? [];
    const at = same.findIndex((index) => {
      const found = placed[index] && complete(placed[index]);
      if (found) placed[index] = found;
      return found !== undefined;
    });
    if (at >= 0) same.splice(at, 1);
  }
  return placed;
}

/** Something in the document that an entry may mean. */
interface Candidate {
  readonly offset: number;
  /** The entry with its place; undefined when it means something else. */
  readonly complete: (entry: TranslatorEntry) => TranslatorEntry | undefined;
}

/** All values, and all keys that their mapping has already. */
function* candidates(yaml: YamlDocument): Iterable<Candidate> {
  for (const [node, path] of nodesOf(yaml)) {
    if (startOf(node) >= 0) {
      const complete = (entry: TranslatorEntry) =>
        isOfType(entry.message, node) ? { ...entry, path } : undefined;
      yield { offset: startOf(node), complete };
    }
    if (node.kind === 'mapping') yield* repeatedKeys(yaml, node, path);
  }
}

function* repeatedKeys(yaml: YamlDocument, mapping: YamlMapping, path: YamlPath): Iterable<Candidate> {
  const seen = new Map<string, number>();
  for (const pair of mapping.pairs) {
    if (pair.key.kind !== 'scalar' || pair.key.start < 0) continue;
    const { value } = pair.key;
    const offset = startOf(pair.key);
    const complete = (entry: TranslatorEntry) => {
      if (!entry.message.startsWith(`mapping key ${JSON.stringify(value)} already defined`)) return undefined;
      // Of keys that stand there three times a path leads to the last one only.
      const isLast = pairOf(mapping, value) === pair;
      return { ...entry, column: yaml.lines.at(offset).column, path: isLast ? [...path, value] : [] };
    };
    const earlier = seen.get(value) ?? 0;
    // Go names each of the earlier ones.
    for (let nth = 0; nth < Math.min(earlier, mostOfLine); nth += 1) yield { offset, complete };
    seen.set(value, earlier + 1);
  }
}

const kinds: Readonly<Record<string, YamlNode['kind']>> = { map: 'mapping', seq: 'sequence' };

/** Whether a node is what a message says that it cannot take: `cannot unmarshal !!str `maybe` into bool`. */
function isOfType(message: string, node: YamlNode): boolean {
  const [, tag, written] = /^cannot unmarshal !!(\w+)(?: `(.*)`)? into /s.exec(message) ?? [];
  if (tag === undefined || node.kind !== (kinds[tag] ?? 'scalar')) return false;
  return node.kind !== 'scalar' || isShortOf(written ?? '', node.value);
}

/** Values of more than ten bytes are cut to seven, in the middle of a character perhaps. */
function isShortOf(written: string, value: string): boolean {
  const [, start] = /^(.*?)\ufffd*\.\.\.$/s.exec(written) ?? [];
  return written === value || (start !== undefined && value.startsWith(start));
}
