const shown = 120;

/** Where two texts part, with what each says there; nothing when they are the same. */
export function difference(
  actual: string,
  expected: string,
): { actual: string; expected: string } | undefined {
  if (actual === expected) return undefined;
  let start = 0;
  while (actual[start] === expected[start]) start += 1;
  const excerpt = (text: string) => text.slice(Math.max(0, start - shown / 2), start + shown);
  return { actual: excerpt(actual), expected: excerpt(expected) };
}
