import type { JsonValue } from '../value.ts';

// Go leaves out line breaks and wants the padding: https://pkg.go.dev/encoding/base64#StdEncoding
const alphabet = /^[A-Za-z0-9+/]*={0,2}$/;

/** Base64 without the line breaks in it; undefined for what is none. */
export function plainBase64(value: string): string | undefined {
  const text = /[\r\n]/.test(value) ? value.replace(/[\r\n]+/g, '') : value;
  return text.length % 4 === 0 && alphabet.test(text) ? text : undefined;
}

/** Bytes that base64 stands for; undefined for what is none. */
export function decodeBase64(value: JsonValue | undefined): Buffer | undefined {
  if (typeof value !== 'string') return Buffer.alloc(0);
  const text = plainBase64(value);
  return text === undefined ? undefined : Buffer.from(text, 'base64');
}

/** An upper limit of the number of bytes that base64 stands for, without decoding. */
export function mostBytes(value: JsonValue | undefined): number {
  return typeof value === 'string' ? Math.ceil((value.length * 3) / 4) : 0;
}
