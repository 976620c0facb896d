import { type Origin, wholeFile } from '../model/origin.ts';
import type { ConfigText } from '../model/rendered-cluster.ts';
import type { YamlDocument, YamlNode, YamlPath } from '../yaml/document.ts';
import { endOf, isBlock, startOf } from '../yaml/extent.ts';
import { followPath } from '../yaml/follow-path.ts';
import { pairOf } from '../yaml/lookup.ts';
import { carriedPaths } from './carried-configs.ts';
import type { DocumentSubject, TranslatorEntry } from './subjects.ts';
import { placeInUnit } from './unit-content-place.ts';

/** Origin of a part of a document by its path: of its key, or of the deepest part of the path that is written. */
export function originOfPath({ config, yaml }: DocumentSubject, path: YamlPath): Origin {
  if (!yaml) return wholeFile(config.file);
  const { node, pair } = followPath(yaml.roots[0], path);
  return originOfNode(config, yaml, pair?.key ?? node);
}

/** As {@link originOfPath}, but of the value where it is a text, a number or a boolean on the line of its key. */
export function originOfValue({ config, yaml }: DocumentSubject, path: YamlPath): Origin {
  if (!yaml) return wholeFile(config.file);
  const { node, pair } = followPath(yaml.roots[0], path);
  return originOfNode(config, yaml, isWord(node) ? node : (pair?.key ?? node));
}

/** Origin of what a translator complains of. */
export function originOfEntry(document: DocumentSubject, entry: TranslatorEntry): Origin {
  const { config, yaml, syntaxError } = document;
  if (yaml && entry.path.length > 0) return originInDocument(document, yaml, entry);
  if (syntaxError && isSyntax(document, entry)) {
    // Go's YAML reader names a line at most, and often the one behind the mistake.
    return { file: config.file, line: syntaxError.line, column: syntaxError.column };
  }
  if (entry.line === 0) return wholeFile(config.file);
  const line = yaml?.lines.line(entry.line) ?? '';
  const column = entry.column > 0 ? entry.column : Math.max(line.search(/\S/), 0) + 1;
  return { file: config.file, line: entry.line, column };
}

function originInDocument(document: DocumentSubject, yaml: YamlDocument, entry: TranslatorEntry): Origin {
  const { config } = document;
  const carried = meansCarried(yaml, entry) ? carriedPaths(yaml.roots[0])[0] : undefined;
  if (carried) return originOfPath(document, carried);
  const { node, pair, missing } = followPath(yaml.roots[0], entry.path);
  // A path of another document, of what the translator made of this one, leads nowhere here.
  if (missing.length === entry.path.length && entry.line > 0 && !pair) {
    return { file: config.file, line: entry.line, column: entry.column };
  }
  if (pair && missing.length === 0) {
    const inUnit = placeInUnit(yaml, pair.value, entry.message);
    if (inUnit) return { file: config.file, ...inUnit };
    const key = yaml.lines.at(startOf(pair.key));
    const meansKey = key.line === entry.line && key.column === entry.column;
    if (!meansKey && isWord(pair.value)) return originOfNode(config, yaml, pair.value);
  }
  if (pair) return originOfNode(config, yaml, pair.key);
  return originOfNode(config, yaml, missing.length === 0 ? nameOfItem(node) : node);
}

/**
 * True for what Butane (v0.29.0) says of a config that this one merges: the path is that config's own, and the
 * place is the start of this one.
 */
function meansCarried({ roots: [root], lines }: YamlDocument, entry: TranslatorEntry): boolean {
  if (root?.kind !== 'mapping') return false;
  const start = lines.at(root.start);
  const firstKey = root.pairs[0]?.key;
  const isFirst = firstKey?.kind === 'scalar' && firstKey.value === entry.path[0];
  return !isFirst && start.line === entry.line && start.column === entry.column;
}

/** Keys that tell an item of a list from the others, the one that decides first. */
const names = ['name', 'local', 'device', 'path', 'label', 'number'];

/** What a person knows an item of a list by: its name or path. Its first key where it has none. */
function nameOfItem(item: YamlNode | undefined): YamlNode | undefined {
  const named = names.map((name) => pairOf(item, name)?.value).find(isWord);
  return named ?? item;
}

/** Origin of a node: the whole of a word, the first key of a block, else the start. */
export function originOfNode(config: ConfigText, yaml: YamlDocument, node: YamlNode | undefined): Origin {
  const isBlockMapping = node?.kind === 'mapping' && yaml.text[node.start] !== '{';
  const shown = isBlockMapping ? (node.pairs[0]?.key ?? node) : node;
  const start = yaml.lines.at(Math.max(shown ? startOf(shown) : 0, 0));
  const end = shown && endOf(shown);
  const stop = end === undefined ? undefined : yaml.lines.at(end);
  const range = stop?.line === start.line ? { endLine: stop.line, endColumn: stop.column } : {};
  return { file: config.file, ...start, ...range };
}

function isWord(node: YamlNode | undefined): node is YamlNode {
  return node?.kind === 'scalar' && node.start >= 0 && !isBlock(node);
}

/** False for what is said of a text that could be read, and for JSON, whose reader names the very place. */
function isSyntax({ config }: DocumentSubject, { message }: TranslatorEntry): boolean {
  return config.dialect !== 'ignition' && !/^cannot unmarshal|^mapping key/.test(message);
}
