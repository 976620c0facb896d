/** A range of sizes or costs; `most` is where the API server's 64-bit numbers end. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export const most = 2 ** 64 - 1;
export const unknownSize: Range = { min: 0, max: most };

export function exactly(size: number): Range {
  return { min: size, max: size };
}

export function add(a: Range, b: Range): Range {
  return { min: Math.min(most, a.min + b.min), max: Math.min(most, a.max + b.max) };
}

export function times(a: Range, b: Range): Range {
  return { min: Math.min(most, a.min * b.min), max: Math.min(most, a.max * b.max) };
}

/** By a factor that is no whole number, rounded up. */
export function scale({ min, max }: Range, factor: number): Range {
  return { min: Math.min(most, Math.ceil(min * factor)), max: Math.min(most, Math.ceil(max * factor)) };
}

/** The range that holds both. */
export function union(a: Range, b: Range): Range {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

/** What looking at one character costs. */
export const traversal = 0.1;
/** What one character of a pattern costs for each unit of the text. */
export const regexLength = 0.25;
