import { replaceInvisible } from './invisible.ts';

/**
 * JSON text of a value: keys in the order they have, two spaces, a final line end. Invisible characters are
 * written as JSON escapes, so that printing the text is harmless and reading it gives the same strings.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2);
  return `${/[^\n\x20-\x7e]/.test(json) ? replaceInvisible(json, escapeCharacter) : json}\n`;
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
