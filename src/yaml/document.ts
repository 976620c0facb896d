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
