// https://pkg.go.dev/time#ParseDuration

const nanoseconds: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const largest = 2n ** 63n - 1n;

/** `1h30m` in nanoseconds, as Go reads it; undefined when it is no duration. */
export function parseDuration(text: string): bigint | undefined {
  const negative = text.startsWith('-');
  let rest = negative || text.startsWith('+') ? text.slice(1) : text;
  if (rest === '0') return 0n;
  if (rest === '') return undefined;
  let sum = 0n;
  while (rest !== '') {
    const part = /^(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/.exec(rest);
    if (!part) return undefined;
    const [all, whole = '', fraction = '', unit = ''] = part;
    if (whole === '' && fraction === '') return undefined;
    const nanos = nanoseconds[unit] ?? 0n;
    const scale = 10n ** BigInt(Math.min(fraction.length, 18));
    sum += BigInt(whole === '' ? '0' : whole) * nanos;
    sum += (BigInt(fraction.slice(0, 18) || '0') * nanos) / scale;
    rest = rest.slice(all.length);
    if (sum > largest + 1n) return undefined;
  }
  if (sum > largest) return negative ? -sum : undefined;
  return negative ? -sum : sum;
}

/** As Go prints a duration: `1h30m0s`, `1.5s`, `100ms`. */
export function formatDuration(duration: bigint): string {
  if (duration === 0n) return '0s';
  const sign = duration < 0n ? '-' : '';
  const size = duration < 0n ? -duration : duration;
  if (size < 1_000_000_000n) return sign + formatSmall(size);
  const seconds = size / 1_000_000_000n;
  const rest = `${seconds % 60n}${fractionOf(size % 1_000_000_000n, 9)}s`;
  const minutes = (seconds / 60n) % 60n;
  const hours = seconds / 3600n;
  if (hours > 0n) return `${sign}${hours}h${minutes}m${rest}`;
  return minutes > 0n ? `${sign}${minutes}m${rest}` : sign + rest;
}

function formatSmall(size: bigint): string {
  if (size < 1000n) return `${size}ns`;
  if (size < 1_000_000n) return `${size / 1000n}${fractionOf(size % 1000n, 3)}µs`;
  return `${size / 1_000_000n}${fractionOf(size % 1_000_000n, 6)}ms`;
}

function fractionOf(value: bigint, digits: number): string {
  const text = value.toString().padStart(digits, '0').replace(/0+$/, '');
  return text === '' ? '' : `.${text}`;
}
