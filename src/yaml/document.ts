import { EVENT_ID, type Event, getScalarValue, parseEvents, type ScalarEvent, YAMLException } from 'js-yaml';
import { LineMap, type Position } from './line-map.ts';
import { syntaxPlace } from './syntax-place.ts';

/** A YAML text with the place of every node. JSON is read too: it is YAML's flow style. */
export interface YamlDocument {
  readonly text: string;
  readonly lines: LineMap;
  /** Root of each document of the stream; empty documents have none. */
  readonly roots: readonly YamlNode[];
}

/** Offsets are UTF-16 code units from the start of the text; `-1` stands for a node that is not written. */
export type YamlNode = YamlMapping | YamlSequence | YamlScalar;

export interface YamlMapping {
  readonly kind: 'mapping';
  readonly start: number;
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

export interface YamlSequence {
  readonly kind: 'sequence';
  readonly start: number;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly style: 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';
  /** Columns that a block scalar's lines are indented by; -1 for other styles. */
  readonly indent: number;
  /** As written, unescaped and unfolded; never converted to a number or boolean. */
  readonly value: string;
}

export interface YamlSyntaxError extends Position {
  readonly message: string;
}

/** Node names of a path from the root: mapping keys and sequence indices. */
export type YamlPath = readonly (string | number)[];

/** Deeper nesting than any config has; what is deeper is refused before recursion becomes a danger. */
const maxYamlDepth = 500;

const styles = ['plain', 'plain', 'single-quoted', 'double-quoted', 'literal', 'folded'] as const;

/**
 * Reads all documents of a YAML stream into nodes with their places. Aliases share the node that they name, so
 * an alias bomb costs nothing until somebody walks it: walk by path, or count what you visit.
 */
export function parseYaml(text: string): YamlDocument | YamlSyntaxError {
  const lines = new LineMap(text);
  try {
    return { text, lines, roots: buildNodes(text, parseEvents(text, { maxDepth: maxYamlDepth })) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = error.mark ? placeOfError(text, error.mark.position, error.reason) : 0;
    return { message: error.reason, ...lines.at(at) };
  }
}

// What is nested too deeply is no mistake in writing: nothing is open that should be closed.
function placeOfError(text: string, stopped: number, reason: string): number {
  return reason.startsWith('nesting') ? stopped : syntaxPlace(text, stopped);
}

/** Tells a document from the error that {@link parseYaml} gives instead. */
export function isYamlDocument(result: YamlDocument | YamlSyntaxError): result is YamlDocument {
  return 'roots' in result;
}

/** The value of `key`, the last one when it stands there twice. */
export function childOf(node: YamlNode | undefined, key: string | number): YamlNode | undefined {
  if (node?.kind === 'sequence') return typeof key === 'number' ? node.items[key] : undefined;
  return pairOf(node, key)?.value;
}

/** The pair with this key, for the place of the key itself. */
export function pairOf(node: YamlNode | undefined, key: string | number): YamlPair | undefined {
  if (node?.kind !== 'mapping') return undefined;
  return node.pairs.findLast((pair) => pair.key.kind === 'scalar' && pair.key.value === String(key));
}

/** The node at a path, or undefined where the document has none. */
export function nodeAt(root: YamlNode | undefined, path: YamlPath): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((node, key) => childOf(node, key), root);
}

/** A scalar's text at a path. */
export function textAt(root: YamlNode | undefined, path: YamlPath): string | undefined {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? node.value : undefined;
}

/** The items of the sequence at a path; none where there is no sequence. */
export function itemsAt(root: YamlNode | undefined, path: YamlPath): readonly YamlNode[] {
  const node = nodeAt(root, path);
  return node?.kind === 'sequence' ? node.items : [];
}

/**
 * The place of the deepest part of `path` that is written: of its key where a mapping holds it, since that is
 * what a person looks for, otherwise of the item.
 */
export function placeAt(document: YamlDocument, path: YamlPath): Position {
  let node = document.roots[0];
  let offset = node?.start ?? 0;
  for (const key of path) {
    const pair = pairOf(node, key);
    const child = pair?.value ?? childOf(node, key);
    if (child === undefined) break;
    offset = startOf(pair?.key ?? child);
    node = child;
  }
  return document.lines.at(Math.max(offset, 0));
}

/** Offset of a node's first character, of its quote where it has one; -1 when it is not written. */
export function startOf(node: YamlNode): number {
  return isQuoted(node) ? node.start - 1 : node.start;
}

/** Offset behind the last character of a key or value on one line; undefined for everything else. */
export function endOf(node: YamlNode): number | undefined {
  if (node.kind !== 'scalar' || node.start < 0 || isBlock(node)) return undefined;
  return isQuoted(node) ? node.end + 1 : node.end;
}

/** True for a scalar in literal or folded style, below its key. */
export function isBlock(node: YamlNode): boolean {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
}

function isQuoted(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style.endsWith('-quoted');
}

function buildNodes(text: string, events: readonly Event[]): YamlNode[] {
  const roots: YamlNode[] = [];
  const anchors = new Map<string, YamlNode>();
  const open: { add(node: YamlNode): void }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
    } else if (event.type === EVENT_ID.DOCUMENT) {
      anchors.clear();
      open.push({ add: (node) => roots.push(node) });
    } else if (event.type === EVENT_ID.ALIAS) {
      const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd));
      if (!target) YAMLException.throwAt(text, event.anchorStart - 1, 'no such anchor');
      open.at(-1)?.add(target);
    } else {
      const [node, builder] = startNode(text, event);
      if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd), node);
      open.at(-1)?.add(node);
      if (builder) open.push(builder);
    }
  }
  return roots;
}

function startNode(
  text: string,
  event: Exclude<Event, { type: 1 | 5 | 6 }>,
): [YamlNode, { add(node: YamlNode): void }?] {
  if (event.type === EVENT_ID.SCALAR) return [scalar(text, event)];
  if (event.type === EVENT_ID.SEQUENCE) {
    const items: YamlNode[] = [];
    return [{ kind: 'sequence', start: event.start, items }, { add: (node) => items.push(node) }];
  }
  const pairs: YamlPair[] = [];
  let key: YamlNode | undefined;
  const add = (node: YamlNode) => {
    if (key) {
      pairs.push({ key, value: node });
      key = undefined;
    } else {
      key = node;
    }
  };
  return [{ kind: 'mapping', start: event.start, pairs }, { add }];
}

const emptyScalar: YamlScalar = { kind: 'scalar', start: -1, end: -1, style: 'plain', indent: -1, value: '' };

function scalar(text: string, event: ScalarEvent): YamlScalar {
  if (event.valueStart < 0) return emptyScalar;
  return {
    kind: 'scalar',
    start: event.valueStart,
    end: event.valueEnd,
    style: styles[event.style] ?? 'plain',
    indent: event.indent,
    value: getScalarValue(text, event),
  };
}
