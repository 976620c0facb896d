/** Characters that a search begins with. */
const startLength = 6;

const tableSize = 1 << 16;

/**
 * Says quickly whether one of many forms may stand in a text: most texts of a run hold no secret, and a search for each
 * form alone took longer than rendering.
 *
 * @param forms of at least six UTF-16 units each; shorter ones are not looked for
 */
export function startFinder(forms: readonly string[]): (text: string) => boolean {
  const table = new Uint8Array(tableSize);
  const starts = new Set(
    forms.filter(({ length }) => length >= startLength).map((form) => form.slice(0, startLength)),
  );
  for (const start of starts) table[hashAt(start, 0)] = 1;
  return (text) => {
    const last = text.length - startLength;
    for (let at = 0; at <= last; at += 1) {
      if (table[hashAt(text, at)] === 1 && starts.has(text.slice(at, at + startLength))) return true;
    }
    return false;
  };
}

/** Of four units. */
function hashAt(text: string, at: number): number {
  const first = text.charCodeAt(at) * 31 + text.charCodeAt(at + 1);
  const second = text.charCodeAt(at + 2) * 31 + text.charCodeAt(at + 3);
  return (first * 961 + second) & (tableSize - 1);
}
