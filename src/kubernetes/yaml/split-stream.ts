import { isBlank } from './characters.ts';

/** A part of a stream that is read by itself. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** Where text stands that may not follow `---`; the chunk is not read then. */
  readonly badSeparator?: number;
}

/**
 * Splits a stream as `kubectl` does: at lines that start with `---`, behind which only a comment may stand. A first
 * such line belongs to the chunk that it opens; any other belongs to none.
 * https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/util/yaml/decoder.go#L345
 */
export function splitStream(text: string, from: number): Chunk[] {
  const chunks: Chunk[] = [];
  let start = from;
  let badSeparator: number | undefined;
  const close = (end: number) => {
    if (badSeparator !== undefined) chunks.push({ start, end, badSeparator });
    else if (end > start) chunks.push({ start, end });
  };
  const first = text.startsWith('---', from) ? from : nextSeparator(text, from);
  for (let line = first; line >= 0; line = nextSeparator(text, line + 3)) {
    const bad = textBehindSeparator(text, line);
    if (bad !== undefined) {
      close(line);
      start = line;
      badSeparator = bad;
    } else if (line > start) {
      close(line);
      start = lineEnd(text, line);
      badSeparator = undefined;
    }
  }
  close(text.length);
  return chunks;
}

function nextSeparator(text: string, from: number): number {
  const found = text.indexOf('\n---', from);
  return found < 0 ? -1 : found + 1;
}

function textBehindSeparator(text: string, line: number): number | undefined {
  let at = line + 3;
  while (isBlank(text.charCodeAt(at))) at += 1;
  const rest = text.slice(at, lineEnd(text, line)).trim();
  return rest === '' || rest.startsWith('#') ? undefined : at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
