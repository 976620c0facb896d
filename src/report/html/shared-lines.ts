import { clip } from '../wording.ts';

/** Bytes that the lines of one file may take, however much room there is, and what it is worth to begin with. */
const mostOfFile = 262_144;
const leastShare = 4_096;
/** Code units. */
const longestLine = 2_000;
/** Bytes of a line end, and of the element that may stand around a line. */
const aroundLine = 12;

/** The lines of a file that stand on the page. */
export interface ShownLines {
  readonly lines: readonly string[];
  /** How many do not. */
  readonly leftOut: number;
}

/**
 * Shares the room that a page has among the lines of several files, so that a huge one does not take that of the
 * others. Gives undefined for those that get none: there are too many of them.
 *
 * @param room bytes of UTF-8, escaped
 */
export function shareLines(
  files: readonly (readonly string[])[],
  room: number,
): readonly (ShownLines | undefined)[] {
  const share = fairShare(
    files.map((lines) => firstLines(lines, mostOfFile).size),
    room,
  );
  const most = Math.min(mostOfFile, Math.max(leastShare, share));
  let left = room;
  return files.map((file) => {
    const { lines, size } = firstLines(file, Math.min(most, left));
    if (lines.length === 0 && file.length > 0) return undefined;
    left -= size;
    return { lines, leftOut: file.length - lines.length };
  });
}

/** What each may have at most for all of them to fit; those that are smaller leave theirs to the others. */
function fairShare(sizes: readonly number[], room: number): number {
  let left = room;
  for (const [index, size] of sizes.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (sizes.length - index));
    if (size > share) return share;
    left -= size;
  }
  return room;
}

function firstLines(
  lines: readonly string[],
  most: number,
): { readonly lines: string[]; readonly size: number } {
  const shown: string[] = [];
  let size = 0;
  for (const line of lines) {
    const text = clip(line, longestLine);
    const own = mostBytes(text) + aroundLine;
    if (size + own > most) break;
    size += own;
    shown.push(text);
  }
  return { lines: shown, size };
}

/** Bytes that a text takes at most once it is escaped: it is measured far more often than it is written. */
function mostBytes(text: string): number {
  if (/^[\t !#-%(-;=?-~]*$/.test(text)) return text.length;
  let bytes = 0;
  // `&quot;` has six, and what is invisible is written as `\u{202e}`, per code unit of a pair `\u{1d173}`.
  for (let at = 0; at < text.length; at += 1) bytes += text.charCodeAt(at) > 0x7e ? 9 : 6;
  return bytes;
}
