/** A file's bytes as text, or the offset of the first byte that is not UTF-8. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly reason: string }
  | { readonly kind: 'invalid'; readonly offset: number };

// A byte order mark stays: whoever reads the file on the machine sees it too.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes UTF-8 strictly. A NUL byte makes a file binary; UTF-16, which PowerShell writes by `>`, is full of them. */
export function decode(bytes: Buffer): Decoded {
  if (bytes.includes(0)) {
    const isUtf16 = ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2));
    const reason = isUtf16 ? 'UTF-16, not UTF-8: save it as UTF-8' : 'a binary file: it holds NUL bytes';
    return { kind: 'binary', reason };
  }
  try {
    return { kind: 'text', text: strict.decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'invalid', offset: firstInvalid(bytes) };
  }
}

/** Halves the range: what stands before the first invalid byte is valid, everything longer is not. */
function firstInvalid(bytes: Buffer): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodePrefix(bytes, middle) === undefined) invalid = middle;
    else valid = middle;
  }
  // The fault is that of the character whose bytes are not all there.
  return Buffer.byteLength(decodePrefix(bytes, valid) ?? '');
}

/** The whole characters among the first `length` bytes; undefined when they are not UTF-8. */
function decodePrefix(bytes: Buffer, length: number): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}
