import { replaceInvisible } from './invisible.ts';

/** A list that {@link toJsonWithLists} writes on one line, however long it is. */
export class OneLine {
  readonly items: readonly (string | number)[];

  constructor(items: readonly (string | number)[]) {
    this.items = items;
  }
}

/**
 * JSON text of a value: keys in the order they have, two spaces, a final line end. Invisible characters are
 * written as JSON escapes, so that printing the text is harmless and reading it gives the same strings.
 */
export function toJson(value: unknown): string {
  return withEscapes(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** The same of a value that has lists for one line. */
export function toJsonWithLists(value: unknown): string {
  // Joined once: the text is large, and each level that joins its own would copy it.
  const pieces: string[] = [];
  layOut(value, '\n', pieces);
  pieces.push('\n');
  return withEscapes(pieces.join(''));
}

function withEscapes(json: string): string {
  return /[^\n\x20-\x7e]/.test(json) ? replaceInvisible(json, escapeCharacter) : json;
}

/** As `JSON.stringify(value, undefined, 2)` does, but for lists on one line. */
function layOut(value: unknown, lineEnd: string, pieces: string[]): void {
  if (typeof value !== 'object' || value === null) pieces.push(leaf(value));
  else if (value instanceof OneLine) pieces.push(oneLine(value.items));
  else if (Array.isArray(value)) layOutArray(value, lineEnd, pieces);
  else layOutObject(value, lineEnd, pieces);
}

function layOutArray(items: readonly unknown[], lineEnd: string, pieces: string[]): void {
  const inner = `${lineEnd}  `;
  for (const [index, item] of items.entries()) {
    pieces.push(index === 0 ? `[${inner}` : `,${inner}`);
    layOut(item, inner, pieces);
  }
  pieces.push(items.length === 0 ? '[]' : `${lineEnd}]`);
}

function layOutObject(value: object, lineEnd: string, pieces: string[]): void {
  const inner = `${lineEnd}  `;
  let start = '{';
  for (const [key, each] of Object.entries(value)) {
    if (each === undefined) continue;
    pieces.push(`${start}${inner}${leaf(key)}: `);
    layOut(each, inner, pieces);
    start = ',';
  }
  pieces.push(start === '{' ? '{}' : `${lineEnd}}`);
}

/** Text that needs no escape in JSON. */
const plain = /^[ !#-[\]-~]*$/;

function leaf(value: unknown): string {
  if (typeof value === 'string' && plain.test(value)) return `"${value}"`;
  return JSON.stringify(value) ?? 'null';
}

/** Numbers without spaces: there may be millions. */
function oneLine(items: OneLine['items']): string {
  if (items.length === 0 || items.some((item) => typeof item === 'number')) return JSON.stringify(items);
  return `[${items.map(leaf).join(', ')}]`;
}

function escapeCharacter(character: string): string {
  // The only bare control character of JSON text is the line end that the layout puts there.
  if (character === '\n') return character;
  let escaped = '';
  for (let index = 0; index < character.length; index += 1) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
