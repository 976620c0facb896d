import type { YamlNode, YamlPair } from '../yaml/document.ts';

/** Something that YAML allows and a configuration must not have. `offset` as in {@link YamlNode}. */
export interface ValueError {
  readonly message: string;
  readonly offset: number;
}

/** Where a value begins, its quote included; 0 for one that is not written. */
export function offsetOfValue(node: YamlNode | undefined): number {
  if (node === undefined || node.start < 0) return 0;
  const isQuoted = node.kind === 'scalar' && node.style.endsWith('-quoted');
  return isQuoted ? node.start - 1 : node.start;
}

// Aliases share nodes: a few lines can stand for millions of values.
const mostValues = 100_000;

/**
 * The plain value of a YAML node by the core schema of YAML 1.2. A key without a value counts as absent.
 * What is wrong is put into `errors`; the value is then as good as can be had.
 */
export function toValue(root: YamlNode, errors: ValueError[]): unknown {
  let left = mostValues;
  const convert = (node: YamlNode): unknown => {
    left -= 1;
    if (left < 0) return null;
    if (node.kind === 'scalar') return node.style === 'plain' ? plainValue(node.value) : node.value;
    if (node.kind === 'sequence') return node.items.map(convert);
    return Object.fromEntries(
      writtenPairs(node.pairs, errors)
        .map(([key, value]) => [key, convert(value)] as const)
        .filter(([, value]) => value !== null),
    );
  };
  const value = convert(root);
  if (left < 0) errors.push({ message: `more than ${mostValues} values, aliases counted`, offset: 0 });
  return value;
}

function writtenPairs(pairs: readonly YamlPair[], errors: ValueError[]): [string, YamlNode][] {
  const seen = new Set<string>();
  return pairs.flatMap(({ key, value }): [string, YamlNode][] => {
    if (key.kind !== 'scalar') {
      errors.push({ message: 'a key must be a word', offset: key.start });
      return [];
    }
    if (seen.has(key.value)) {
      errors.push({ message: `\`${key.value}\` stands here twice`, offset: key.start });
      return [];
    }
    seen.add(key.value);
    return [[key.value, value]];
  });
}

// https://yaml.org/spec/1.2.2/#103-core-schema
function plainValue(text: string): unknown {
  if (/^(?:|~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^[-+]?\d+$/.test(text) || /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text))
    return Number(text);
  if (/^0o[0-7]+$/.test(text) || /^0x[0-9a-fA-F]+$/.test(text)) return Number(text);
  return text;
}
