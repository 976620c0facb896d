/** A block of a PEM file. */
export interface PemBlock {
  readonly type: string;
  readonly bytes: Buffer;
}

const begin = /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*(?:\n|$)/g;

/** The first block of a PEM file, found as Go finds it; undefined when there is none. */
export function firstPemBlock(text: string): PemBlock | undefined {
  begin.lastIndex = 0;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const [, type = ''] = match;
    const from = match.index + match[0].length;
    const end = new RegExp(`(?:^|\\n)-----END ${escapeText(type)}-----[ \\t\\r]*(?:\\n|$)`, 'g');
    // The line break before the body may be the one before its end.
    end.lastIndex = Math.max(0, from - 1);
    const stop = end.exec(text);
    if (stop) {
      const bytes = decodeBody(text.slice(from, Math.max(from, stop.index)));
      if (bytes) return { type, bytes };
    }
    begin.lastIndex = Math.max(match.index + 1, from - 1);
  }
  return undefined;
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Headers, `Proc-Type: 4,ENCRYPTED`, stand before the base64. */
function decodeBody(body: string): Buffer | undefined {
  const lines = body.split('\n');
  const first = lines.findIndex((line) => !line.includes(':'));
  const base64 = lines
    .slice(Math.max(0, first))
    .join('')
    .replace(/[\t\r ]/g, '');
  const whole = base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64);
  return whole ? Buffer.from(base64, 'base64') : undefined;
}
