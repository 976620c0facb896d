import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A stream of manifests with a name. */
export interface ReadCase {
  readonly name: string;
  readonly text: string;
}

const characters: ReadonlyMap<string, string> = new Map([
  ['TAB', '\t'],
  ['CR', '\r'],
  ['BOM', '\ufeff'],
  ['NEL', '\x85'],
  ['LS', '\u2028'],
  ['PS', '\u2029'],
  ['NBSP', '\xa0'],
  ['NUL', '\0'],
  ['BEL', '\x07'],
  ['ESC', '\x1b'],
  ['DEL', '\x7f'],
  ['U+FFFE', '\ufffe'],
]);

/** The cases of cases.txt, in its order. */
export function readCases(): ReadCase[] {
  const file = readFileSync(path.join(import.meta.dirname, 'cases.txt'), 'utf8');
  const [, ...parts] = file.split(/^=== /m);
  return parts.map((part) => {
    const [name = '', ...lines] = part.replace(/^======[\s\S]*/m, '').split('\n');
    // The blank line between two cases, and what split makes of the last line end.
    return { name, text: written(lines.slice(0, -2).join('\n')) };
  });
}

function written(text: string): string {
  return (text.endsWith('<EOF>') ? text.slice(0, -5) : `${text}\n`)
    .replace(/<(\d+) x>/g, (_, count) => 'x'.repeat(Number(count)))
    .replace(/<([A-Z+]+)>/g, (whole, name) => characters.get(name) ?? whole);
}
