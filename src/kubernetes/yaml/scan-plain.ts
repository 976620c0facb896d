import { code, isBlankOrEnd, isBreak } from './characters.ts';
import { style } from './event-list.ts';
import { takeFold } from './fold.ts';
import { noteKey, pushKey } from './possible-key.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './token-queue.ts';

/** A scalar without quotes, over as many lines as are indented more than what it stands in. */
export function scanPlain(scan: ScanState): void {
  const start = scan.position;
  let end = endOfLineText(scan);
  if (scan.text.charCodeAt(end) === code.colon && pushKey(scan, start, end, style.plain)) return;
  noteKey(scan);
  scan.keyAllowed = false;
  let value: string | undefined;
  scan.position = end;
  let fold = takeFold(scan, scan.indent + 1);
  while (fold !== undefined) {
    scan.keyAllowed = true;
    if (scan.flowLevel === 0 && scan.column <= scan.indent) break;
    if (scan.position >= scan.end || scan.atDocumentMarker() || scan.peek() === code.hash) break;
    const from = scan.position;
    const to = endOfLineText(scan);
    if (to === from) break;
    value = (value ?? scan.text.slice(start, end)) + fold + scan.text.slice(from, to);
    end = to;
    scan.keyAllowed = false;
    scan.position = to;
    fold = takeFold(scan, scan.indent + 1);
  }
  scan.tokens.pushValue(token.scalar, start, end, style.plain, value === undefined ? -1 : scan.keep(value));
}

/** Behind the last character that belongs to the scalar on this line. */
function endOfLineText(scan: ScanState): number {
  const { text } = scan;
  const inFlow = scan.flowLevel > 0;
  let at = scan.position;
  let end = at;
  for (;;) {
    let c = text.charCodeAt(at);
    // Letters, digits and the like, which are most of all text and never end a scalar.
    while ((c > code.bracketClose && c < code.braceOpen) || (c > code.comma && c < code.colon)) {
      at += 1;
      end = at;
      c = text.charCodeAt(at);
    }
    if (c === code.space || c === code.tab) {
      at += 1;
      if (text.charCodeAt(at) === code.hash) return end;
    } else {
      if (c === code.lineFeed || endsText(c, text.charCodeAt(at + 1), inFlow)) return end;
      at += 1;
      end = at;
    }
  }
}

function endsText(c: number, next: number, inFlow: boolean): boolean {
  if (c === code.colon) return isBlankOrEnd(next);
  return isBreak(c) || (inFlow && endsInFlow(c));
}

function endsInFlow(c: number): boolean {
  return (
    c === code.comma ||
    c === code.question ||
    c === code.bracketOpen ||
    c === code.bracketClose ||
    c === code.braceOpen ||
    c === code.braceClose
  );
}
