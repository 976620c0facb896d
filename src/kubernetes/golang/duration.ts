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
