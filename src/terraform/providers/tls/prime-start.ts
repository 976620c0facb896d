import { deriveBytes } from '../derive.ts';

/** Where the search for the prime of a size in bits and a number starts: odd, with both of its upper bits set. */
export function primeStart(bits: number, index: number): bigint {
  const bytes = deriveBytes(
    `windtunnel: well-known prime, never to be used, ${bits} bits, number ${index}`,
    bits / 8,
  );
  const number = BigInt(`0x${bytes.toString('hex')}`);
  return number | (3n << BigInt(bits - 2)) | 1n;
}
