const begin = '-----BEGIN ';
const mostLabelLength = 64;

/** What base64 of a text that begins with `-----BEGIN ` begins with. */
const encodedPem = /LS0tLS1CRUdJTi[A-Za-z0-9+/]+={0,2}/g;

/** What is to become of some blocks (https://www.rfc-editor.org/rfc/rfc7468). */
export interface PemReplacement {
  /** Of the block's label: `CERTIFICATE`, `RSA PRIVATE KEY`. */
  readonly label: RegExp;
  /** Gives what stands in the place of a block with what is between its first and its last line. */
  readonly show: (label: string, body: string) => string;
}

/**
 * Replaces PEM blocks, and base64 of texts that begin with one, as kubeconfigs have them. Takes time in proportion to the
 * length of the text.
 */
export function replacePem(text: string, replacement: PemReplacement): string {
  return replaceBlocks(text, replacement).replace(encodedPem, (encoded) => {
    const pem = Buffer.from(encoded, 'base64').toString('latin1');
    const shown = replaceBlocks(pem, replacement);
    return shown === pem ? encoded : `(base64 of ${oneLine(shown)})`;
  });
}

function oneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

function replaceBlocks(text: string, replacement: PemReplacement): string {
  let shown = '';
  let at = 0;
  for (let start = text.indexOf(begin); start >= 0; start = text.indexOf(begin, at)) {
    const block = replacedAt(text, start + begin.length, replacement);
    shown += text.slice(at, start) + (block?.shown ?? begin);
    at = block?.end ?? start + begin.length;
  }
  return shown + text.slice(at);
}

/** A block that does not end goes on to the end of the text. */
function replacedAt(text: string, start: number, { label: wanted, show }: PemReplacement) {
  const label = /^([A-Z0-9 ]+)-----/.exec(text.slice(start, start + mostLabelLength))?.[1];
  // Looking for the ends of all others would take the square of the text's length.
  if (label === undefined || !wanted.test(label)) return undefined;
  const from = start + label.length + '-----'.length;
  const last = `-----END ${label}-----`;
  const to = text.indexOf(last, from);
  const end = to < 0 ? text.length : to + last.length;
  return { shown: show(label, text.slice(from, to < 0 ? undefined : to)), end };
}
