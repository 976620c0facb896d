import type { VariableFacts } from '../../core/terraform-protocol.ts';

export type SetValue = string | number | boolean;

const mostValues = 64;
const word = '[`\'"]?[\\w.-]{1,80}[`\'"]?';
// Each part of a list ends at a comma, `or` or `|`: nothing of it can match in two ways.
const list = `${word}(?:\\s*(?:,\\s*or\\s|,|\\||\\bor\\s)\\s*${word}){1,40}`;
const inParentheses = new RegExp(`\\(\\s*(?:one of:?\\s+|either\\s+)?(${list})\\s*\\)`);
const inWords = new RegExp(`\\b(?:[Oo]ne of:?|[Ee]ither)\\s+(${list})`);

/**
 * The values that a variable may have, where that is a closed set: what its validations allow, or what its description
 * lists, `Choice of networking provider (flannel, calico, or cilium)` or `one of: amd64, arm64`. A list of examples
 * (`e.g.`) is none, nor is one that the default is not in.
 */
export function closedSet(variable: VariableFacts): readonly SetValue[] | undefined {
  if (variable.allowed !== null && variable.allowed.length > 0) return variable.allowed.slice(0, mostValues);
  if (variable.type !== 'string' && variable.type !== 'any') return undefined;
  const described = listIn(variable.description ?? '');
  if (described === undefined) return undefined;
  const standard = defaultOf(variable);
  return standard === undefined || standard === null || described.includes(String(standard))
    ? described
    : undefined;
}

function listIn(description: string): readonly string[] | undefined {
  const text = description.slice(0, 2000);
  const [, found] = inParentheses.exec(text) ?? inWords.exec(text) ?? [];
  const words = found
    ?.split(/\s*(?:,\s*or\s|,|\||\bor\s)\s*/)
    .map((each) => each.replace(/[`'"]/g, '').trim());
  // `(e.g., a, b)` lists examples.
  if (words === undefined || /^(?:e\.g|i\.e|ex|eg|etc)\.?$/.test(words[0] ?? '')) return undefined;
  return [...new Set(words.filter((each) => each !== ''))];
}

/** The literal default; undefined when there is none, or it is not literal. */
export function defaultOf(variable: VariableFacts): unknown {
  return variable.defaultJson === null ? undefined : JSON.parse(variable.defaultJson);
}
