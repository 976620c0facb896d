/** Characters of a terminal's line that look the same. */
export interface TerminalRun {
  /** Column of the first character, from 0. */
  readonly column: number;
  readonly text: string;
  readonly bold: boolean;
  readonly dim: boolean;
  /** 1 to 6 as SGR 31 to 36 count them: red, green, yellow, blue, magenta, cyan; 0 for the terminal's own. */
  readonly color: number;
}

const plain = { bold: false, dim: false, color: 0 };

// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR is a control sequence.
const part = /\u001b\[([\d;]*)m|[^\u001b ]+(?: [^\u001b ]+)*| +/g;

/**
 * Takes a coloured line apart. Knows what `src/report/style.ts` writes: bold, dim, six colours and the reset;
 * anything else is an error, since a picture without it would not be the real output.
 */
export function terminalRuns(line: string): TerminalRun[] {
  const runs: TerminalRun[] = [];
  let style = plain;
  let column = 0;
  for (const [text, codes] of line.matchAll(part)) {
    if (codes !== undefined) {
      for (const code of codes.split(';').map(Number)) style = styleAfter(style, code);
      continue;
    }
    if (text.trim() !== '') runs.push({ column, text, ...style });
    column += text.length;
  }
  return runs;
}

function styleAfter(style: typeof plain, code: number): typeof plain {
  if (code === 0) return plain;
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code >= 31 && code <= 36) return { ...style, color: code - 30 };
  throw new Error(`the picture has no look for SGR ${code}`);
}
