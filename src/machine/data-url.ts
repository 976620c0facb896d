import { gunzipSync } from 'node:zlib';

/** More than any platform takes as user data; a small archive must not unpack to gigabytes. */
const maxDecodedBytes = 8 * 1024 * 1024;

export type DecodedContents =
  | { readonly bytes: Buffer }
  /** Contents that Ignition fetches when the machine boots. */
  | { readonly remote: string }
  | { readonly error: string };

/**
 * Contents of an Ignition `source`: a `data:` URL (RFC 2397) is decoded and, with `compression: gzip`,
 * unpacked; any other URL is remote.
 */
export function decodeContents(source: string | undefined, compression?: string): DecodedContents {
  if (source === undefined || source === '') return { bytes: Buffer.alloc(0) };
  const match = /^data:([^,]*),([\s\S]*)$/i.exec(source);
  if (!match) return { remote: source };
  const [, type = '', data = ''] = match;
  try {
    const unescaped = percentDecode(data);
    const bytes = /;base64$/i.test(type) ? Buffer.from(unescaped.toString('latin1'), 'base64') : unescaped;
    return {
      bytes: compression === 'gzip' ? gunzipSync(bytes, { maxOutputLength: maxDecodedBytes }) : bytes,
    };
  } catch {
    return { error: 'the gzip data is damaged or unpacks to more than 8 MiB' };
  }
}

// Not decodeURIComponent: the bytes need not be UTF-8, and a lone `%` stands for itself.
function percentDecode(data: string): Buffer {
  const bytes = Buffer.from(data);
  if (!data.includes('%')) return bytes;
  let length = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const hex = bytes[index] === 0x25 ? bytes.toString('latin1', index + 1, index + 3) : '';
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes[length] = Number.parseInt(hex, 16);
      index += 2;
    } else {
      bytes[length] = bytes[index] ?? 0;
    }
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** Text of the bytes, or undefined when they are not UTF-8 text. */
export function asText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
