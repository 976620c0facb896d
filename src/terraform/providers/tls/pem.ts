import { createPrivateKey, type KeyObject } from 'node:crypto';

/** Block with the label, `CERTIFICATE`, in lines of 64 characters: https://www.rfc-editor.org/rfc/rfc7468 */
export function toPem(label: string, der: Uint8Array): string {
  const base64 = Buffer.from(der).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** Bytes of the first block with the label; undefined when there is none. */
export function fromPem(label: string, pem: string): Buffer | undefined {
  const begin = `-----BEGIN ${label}-----`;
  const start = pem.indexOf(begin);
  const end = pem.indexOf(`-----END ${label}-----`, start);
  if (start < 0 || end < 0) return undefined;
  return Buffer.from(pem.slice(start + begin.length, end), 'base64');
}

/** A private key in any of the PEM forms that OpenSSL reads; undefined when it is none. */
export function readPrivateKey(pem: string): KeyObject | undefined {
  const known = keys.get(pem);
  if (known) return known;
  try {
    return keepKey(pem, createPrivateKey(pem));
  } catch {
    return undefined;
  }
}

// Reading a key takes as long as signing with it, and that of an authority is asked for again and again.
const keys = new Map<string, KeyObject>();
const mostKeys = 500;

/** Remembers the key that a text holds. */
export function keepKey(pem: string, key: KeyObject): KeyObject {
  if (keys.size >= mostKeys) keys.clear();
  keys.set(pem, key);
  return key;
}
