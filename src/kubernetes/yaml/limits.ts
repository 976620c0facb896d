/** Levels of nesting that are read. Kubernetes stops at 10,000; validation of what is read is recursive. */
export const deepestNesting = 2000;

/** Levels of nesting that the fast path reads. It is recursive, and deeper documents are rare. */
export const deepestFastPath = 100;

/** Duplicate keys of one document that are named one by one. */
export const mostDuplicateKeys = 50;

/**
 * Whether aliases multiply a document too much to be read, by the rule of go-yaml v2: a small document may consist of
 * them to 99 %, a large one to 10 %. https://github.com/yaml/go-yaml/blob/v2.4.2/decode.go
 *
 * @param nodes how many nodes there are when every alias is replaced by what it stands for
 * @param fromAliases how many of them stand in place of aliases
 */
export function isAliasBomb(nodes: number, fromAliases: number): boolean {
  return fromAliases > 100 && nodes > 1000 && fromAliases / nodes > allowedShare(nodes);
}

function allowedShare(nodes: number): number {
  if (nodes <= 400_000) return 0.99;
  if (nodes >= 4_000_000) return 0.1;
  return 0.99 - (0.89 * (nodes - 400_000)) / 3_600_000;
}
