/**
 * Where a person would look for the mistake of a YAML text that a reader gave up on.
 *
 * A reader notices a quote or a bracket that is never closed far behind it, often at the end of the file; then the
 * place is that of the opening one. Everything else stays where the reader stopped, or at the start of the text
 * that it stopped behind.
 *
 * @param stopped where the reader gave up; UTF-16 offset, as is the answer
 */
export function syntaxPlace(text: string, stopped: number): number {
  const open = openedBefore(text, stopped);
  if (open !== undefined) return open;
  const end = Math.min(stopped, text.trimEnd().length);
  const lineStart = startOfLine(text, end);
  const before = text.slice(lineStart, end);
  if (restOfLine(text, end).trim() === '' && before.trim() !== '') return lineStart + before.search(/\S/);
  // The backslash belongs to the escape sequence.
  return before.endsWith('\\') ? end - 1 : end;
}

// In this order: a comment; a quoted scalar, with its closing quote if it has one; a bracket; the header of a
// block scalar. Quotes and opening brackets count at the start of a value only.
const token =
  /(?<=^|\s)#.*$|(?<=(?:^|[-?:]\s|[:,[{]|[&!]\S{0,100}\s)\s*)(?:"(?:[^"\\]+|\\[^])*"?|'(?:[^']+|'')*'?|[[{])|[\]}]|(?<=[-:]\s+(?:[&!]\S{1,100}\s+)?)[|>][-+\d]{0,2}(?=\s*$)/gm;

/** The quote or bracket that is open where the reader stopped and should not be. */
function openedBefore(text: string, stopped: number): number | undefined {
  const brackets: number[] = [];
  let openWhenStopped: number[] | undefined;
  token.lastIndex = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const { 0: word, index: start } = found;
    if (start >= stopped) openWhenStopped ??= [...brackets];
    // Whatever was opened is closed again: the reader did not stop for want of a bracket.
    if (openWhenStopped?.length === 0) return undefined;
    const first = word[0] ?? '';
    if (first === '|' || first === '>') {
      if (brackets.length === 0) token.lastIndex = endOfBlock(text, start);
    } else if (first === ']' || first === '}') {
      if (text[brackets.at(-1) ?? -1] === (first === ']' ? '[' : '{')) brackets.pop();
    } else if (first !== '#' && brackets.length === 0 && isInsidePlainText(text, start)) {
      token.lastIndex = start + 1;
    } else if (first === '[' || first === '{') {
      brackets.push(start);
    } else if (first !== '#' && isRunaway(text, word, start, stopped)) {
      return start;
    }
  }
  const closed = openWhenStopped ?? brackets;
  return closed.findLast((start) => brackets.includes(start));
}

/** In block style a comma, or a colon without a space, is part of the text, and so is the quote behind it. */
function isInsidePlainText(text: string, start: number): boolean {
  return /[,[{]\s*$|:$/.test(text.slice(startOfLine(text, start), start));
}

/** A quoted scalar over several lines that the reader stopped in, or on the last line of. */
function isRunaway(text: string, word: string, start: number, stopped: number): boolean {
  const end = start + word.length;
  if (start >= stopped) return false;
  if (end === text.length && (word.length === 1 || !word.endsWith(word[0] ?? ''))) return true;
  return /[\r\n]/.test(word) && stopped <= end + restOfLine(text, end).length;
}

/** Behind the lines of a block scalar: those that are blank or indented more than its key. */
function endOfBlock(text: string, header: number): number {
  const parent = /^(?:[ -]*(?=- )- +| *)/.exec(text.slice(startOfLine(text, header), header))?.[0].length ?? 0;
  let end = header + restOfLine(text, header).length + 1;
  while (end < text.length) {
    const line = restOfLine(text, end);
    const indent = line.search(/[^ ]/);
    if (line.trim() !== '' && indent <= parent) break;
    end += line.length + 1;
  }
  return Math.min(end, text.length);
}

function startOfLine(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

/** What is left of a line; a carriage return counts as part of its end. */
function restOfLine(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}
