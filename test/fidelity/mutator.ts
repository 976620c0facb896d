/** A named, deterministic change of a config's text. */
export interface Mutator {
  readonly name: string;
  /** Gives the changed text; the same text where the change does not apply. */
  readonly apply: (source: string) => string;
}

/** Replaces the first match. */
export function replace(name: string, pattern: RegExp, replacement: string): Mutator {
  return { name, apply: (source) => source.replace(pattern, replacement) };
}

/** Changes one line: the first after the given share (0 to 1) of those that match. */
export function changeLine(
  name: string,
  pattern: RegExp,
  share: number,
  change: (line: string) => string,
): Mutator {
  return {
    name,
    apply: (source) => {
      const lines = source.split('\n');
      const matching = lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
      const chosen = matching[Math.floor(matching.length * share)];
      return lines.map((line, index) => (index === chosen ? change(line) : line)).join('\n');
    },
  };
}
