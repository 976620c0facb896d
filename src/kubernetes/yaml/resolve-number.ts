/** Digits behind the sign and the prefix of a base, or of a decimal number that does not start with 0. */
const integer = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]([0-7]+)|(0[0-7]*|[1-9]\d*))$/;

/** The digits may have a sign of their own: https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go#L207 */
const looseBinary = /^(?:0b([-+]?)|(-)0b)([01]+)$/;

const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** A float that starts with a point goes to Go's own parser, which takes `_` between digits. */
const pointFloat = /^\.\d(?:_?\d)*(?:[eE][-+]?\d(?:_?\d)*)?$/;

/**
 * What go-yaml v2 makes of a plain scalar that starts with a digit or a sign: `0644` is 420, `1_000` is 1000, `089`
 * is 89, `12:30` is no number. https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go
 *
 * @returns undefined for a string; bigint beyond what a double holds exactly
 */
export function resolveNumber(text: string): number | bigint | undefined {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  return resolveInteger(plain) ?? resolveFloat(plain);
}

/** The same for what starts with a point. */
export function resolvePointFloat(text: string): number | undefined {
  return pointFloat.test(text) ? finite(text.replaceAll('_', '')) : undefined;
}

/** An integer that fits 64 bits, signed or not. */
export function resolveInteger(text: string): number | bigint | undefined {
  const found = integer.exec(text);
  if (!found) return resolveLooseBinary(text);
  const [, sign = '', hexadecimal, binary, octal, plain = ''] = found;
  if (hexadecimal !== undefined) return exact(sign, '0x', hexadecimal);
  if (binary !== undefined) return exact(sign, '0b', binary);
  if (octal !== undefined) return exact(sign, '0o', octal);
  return plain.startsWith('0') ? exact(sign, '0o', plain) : exact(sign, '', plain);
}

function resolveLooseBinary(text: string): number | bigint | undefined {
  const found = looseBinary.exec(text);
  return found ? exact(found[1] || found[2] || '', '0b', found[3] ?? '') : undefined;
}

function resolveFloat(text: string): number | undefined {
  return float.test(text) ? finite(text) : undefined;
}

/** What is too large for a double is an error to Go, and then a string. */
function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function exact(sign: string, prefix: string, written: string): number | bigint | undefined {
  const digits = written.replace(/^0+(?=.)/, '');
  const magnitude = Number(prefix + digits);
  if (magnitude <= Number.MAX_SAFE_INTEGER) return sign === '-' && magnitude > 0 ? -magnitude : magnitude;
  // Longer than any number of 64 bits, and slow to convert.
  if (digits.length > 64) return undefined;
  const value = BigInt(prefix + digits);
  if (sign === '-') return value <= 2n ** 63n ? -value : undefined;
  // Only what has no sign is tried as unsigned.
  return value < 2n ** (sign === '+' ? 63n : 64n) ? value : undefined;
}
