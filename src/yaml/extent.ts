import type { YamlNode } from './document.ts';

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
