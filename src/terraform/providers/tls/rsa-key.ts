import { createPrivateKey, type KeyObject } from 'node:crypto';
import { DerivedNumbers } from '../derive.ts';
import { primeStart } from './prime-start.ts';
import { stepsToPrimes } from './well-known-primes.generated.ts';

/** Sizes in bits that there are primes for. */
export const rsaSizes: readonly number[] = Object.keys(stepsToPrimes).map((bits) => Number(bits) * 2);

/**
 * The RSA key of a seed, of two primes out of a list that everybody knows: to generate one takes seconds.
 * Never to be used outside of a rendering. `bits`: one of {@link rsaSizes}.
 */
export function rsaKey(seed: string, bits: number): KeyObject {
  const steps = stepsToPrimes[bits / 2] ?? [];
  const numbers = new DerivedNumbers(seed);
  const first = numbers.below(steps.length);
  const second = (first + 1 + numbers.below(steps.length - 1)) % steps.length;
  const [p, q] = [first, second]
    .map((index) => primeStart(bits / 2, index) + 2n * BigInt(steps[index] ?? 0))
    .sort((a, b) => (a < b ? 1 : -1));
  return fromPrimes(p ?? 0n, q ?? 0n);
}

const exponent = 65537n;

/** `p` is the larger one: https://www.rfc-editor.org/rfc/rfc8017#section-3.2 */
function fromPrimes(p: bigint, q: bigint): KeyObject {
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const parts = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const encoded = Object.entries(parts).map(([name, number]) => [
    name,
    bytesOf(number).toString('base64url'),
  ]);
  return createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...Object.fromEntries(encoded) } });
}

/** The number that gives 1 with `value`, modulo a number that has no factor in common with it. */
export function inverse(value: bigint, modulus: bigint): bigint {
  let [remainder, next] = [modulus, ((value % modulus) + modulus) % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = remainder / next;
    [remainder, next] = [next, remainder - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return factor < 0n ? factor + modulus : factor;
}

/** Big-endian; padded with zeros to `length` bytes. */
export function bytesOf(number: bigint, length = 0): Buffer {
  const digits = number.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Buffer.from(even.padStart(length * 2, '0'), 'hex');
}
