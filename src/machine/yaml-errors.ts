import { pairOf, startOf, type YamlDocument } from '../yaml/document.ts';
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

/** Completes such an entry, which names a line only, by the path or the column of what it means. */
export function placeYamlError(entry: TranslatorEntry, yaml: YamlDocument): TranslatorEntry {
  if (entry.path.length > 0 || entry.column > 0) return entry;
  const key = /^mapping key "(.*)" already defined at line/.exec(entry.message)?.[1];
  if (key !== undefined) return placeOfKey(entry, yaml, key);
  const [, tag, , written] = /^cannot unmarshal !!(\w+)( `(.*)`)? into /.exec(entry.message) ?? [];
  if (tag === undefined) return entry;
  for (const [node, path] of nodesOf(yaml)) {
    if (yaml.lines.lineAt(startOf(node)) !== entry.line) continue;
    const kind = tag === 'map' ? 'mapping' : tag === 'seq' ? 'sequence' : 'scalar';
    if (node.kind === kind && (node.kind !== 'scalar' || isShortOf(written ?? '', node.value))) {
      return { ...entry, path };
    }
  }
  return entry;
}

function placeOfKey(entry: TranslatorEntry, yaml: YamlDocument, key: string): TranslatorEntry {
  for (const [node, path] of nodesOf(yaml)) {
    for (const pair of node.kind === 'mapping' ? node.pairs : []) {
      if (pair.key.kind !== 'scalar' || pair.key.value !== key) continue;
      const start = startOf(pair.key);
      if (yaml.lines.lineAt(start) !== entry.line) continue;
      const { column } = yaml.lines.at(start);
      // Of keys that stand there three times a path leads to the last one only.
      return { ...entry, column, path: pairOf(node, key) === pair ? [...path, key] : [] };
    }
  }
  return entry;
}

/** Values of more than ten bytes are cut to seven, in the middle of a character perhaps. */
function isShortOf(written: string, value: string): boolean {
  const [, start] = /^(.*?)\ufffd*\.\.\.$/s.exec(written) ?? [];
  return written === value || (start !== undefined && value.startsWith(start));
}
