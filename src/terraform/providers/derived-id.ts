import { deriveBytes } from './derive.ts';

/** Decimal digits, as providers that draw a number give their resources: the same for the same address. */
export function derivedId(address: string): string {
  return deriveBytes(`id of ${address}`, 8).readBigUInt64BE().toString();
}

/** A UUID of version 4 that is the same for the same address. */
export function derivedUuid(address: string): string {
  return uuidOf(deriveBytes(`uuid of ${address}`, 16), 4);
}

/** The UUID of a version that has the bits of 16 bytes: https://www.rfc-editor.org/rfc/rfc9562#section-4 */
export function uuidOf(bits: Uint8Array, version: number): string {
  const bytes = Buffer.from(bits);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
