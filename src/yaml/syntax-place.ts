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

// A comment, to the end of its line; an opening quote or bracket, at the start of a value only; a closing bracket;
// the header of a block scalar. What may stand is looked at before what stands in front of it, for speed.
const token =
  /(?<=^|\s)#.*$|(?=["'[{])(?<=(?:^|[-?:]\s|[:,[{]|[&!]\S{0,100}\s)\s*)["'[{]|[\]}]|(?=[|>][-+\d]{0,2}[ \t]*(?:#.*)?$)(?<=[-:]\s+(?:[&!]\S{1,100}\s+)?)[|>]/gm;

/** The quote or bracket that is open where the reader stopped and should not be. */
function openedBefore(text: string, stopped: number): number | undefined {
  const line = startOfLine(text, stopped);
  const brackets: number[] = [];
  let openWhenStopped: number[] | undefined;
  token.lastIndex = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const { index: start } = found;
    if (start >= stopped) openWhenStopped ??= [...brackets];
    // Whatever was opened is closed again: the reader did not stop for want of a bracket.
    if (openWhenStopped?.length === 0) return undefined;
    const first = text[start] ?? '';
    if (first === '|' || first === '>') {
      if (brackets.length === 0) token.lastIndex = endOfBlock(text, start);
    } else if (first === ']' || first === '}') {
      if (text[brackets.at(-1) ?? -1] === (first === ']' ? '[' : '{')) brackets.pop();
    } else if (first !== '#' && (brackets.length > 0 || !isInsidePlainText(text, start))) {
      if (first === '[' || first === '{') brackets.push(start);
      else token.lastIndex = behindQuoted(text, start);
      if (isRunaway(text, start, token.lastIndex, stopped, line)) return start;
    }
  }
  const neverClosed = new Set(brackets);
  return (openWhenStopped ?? brackets).findLast((start) => neverClosed.has(start));
}

/** In block style a comma, or a colon without a space, is part of the text, and so is the quote behind it. */
function isInsidePlainText(text: string, start: number): boolean {
  let before = start - 1;
  while (text[before] === ' ' || text[before] === '\t') before -= 1;
  const character = text[before] ?? '\n';
  return character === ':' ? before === start - 1 : ',[{'.includes(character);
}

/** Behind the closing quote; the end of the text where there is none. */
function behindQuoted(text: string, start: number): number {
  const quote = text[start] ?? '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote && quote === "'" && text[at + 1] === quote) at += 1;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}

/** True for a quoted text that the reader stopped in, or one of several lines that it stopped just behind. */
function isRunaway(text: string, start: number, end: number, stopped: number, line: number): boolean {
  if (start >= stopped || end < line) return false;
  return end === text.length || /[\r\n]/.test(text.slice(start, end));
}

/** Behind the lines of a block scalar: those that are blank or indented more than its key. */
function endOfBlock(text: string, header: number): number {
  const parent =
    /^(?:[ -]*(?=- )- +| *)/.exec(text.slice(startOfLine(text, header), header))?.[0].length ?? 0;
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
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  return start;
}

/** What is left of a line; a carriage return counts as part of its end. */
function restOfLine(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}
