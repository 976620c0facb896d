/** A decimal int64, as Go's `strconv.ParseInt` reads it; undefined for anything else. */
export function readInt64(text: string): bigint | undefined {
  if (text.length > 60 || !/^[+-]?[0-9]+$/.test(text)) return undefined;
  const number = BigInt(text.replace(/^\+/, ''));
  return BigInt.asIntN(64, number) === number ? number : undefined;
}
