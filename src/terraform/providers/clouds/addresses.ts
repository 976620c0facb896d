/** Attributes that hold a range which addresses of the same resource are taken from. */
const rangeName = /cidr|range|prefix|subnet|addresses|network/;

const ipv4Range = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** A private address by number, out of 10.0.0.0/8. */
export function privateIpv4(number: number): string {
  return hostOf([10, 0, 0], number % (65536 * 254));
}

/**
 * An address by number that stands for a public one: out of 198.18.0.0/15, which RFC 2544 keeps for test networks.
 * The three ranges of RFC 5737 have no more than 762 addresses, too few for them to differ.
 */
export function publicIpv4(number: number): string {
  return hostOf([198, 18, 0], number % (512 * 254));
}

/** A private range by number. */
export function privateCidr(number: number): string {
  return `10.${Math.floor(number / 256) % 256}.${number % 256}.0/24`;
}

/** An address in the first range that the configuration of the resource holds; undefined without one. */
export function ipv4InConfiguredRange(
  config: Readonly<Record<string, unknown>>,
  number: number,
): string | undefined {
  for (const name of Object.keys(config).sort()) {
    const value = config[name];
    const texts = Array.isArray(value) ? value : [value];
    const range = rangeName.test(name) ? texts.find((text) => isRange(text)) : undefined;
    if (range !== undefined) return hostIn(range, number);
  }
  return undefined;
}

function isRange(text: unknown): text is string {
  const match = typeof text === 'string' ? ipv4Range.exec(text) : null;
  if (match === null) return false;
  return match.slice(1, 5).every((part) => Number(part) < 256) && Number(match[5]) <= 30;
}

function hostIn(range: string, number: number): string {
  const [, a, b, c, d, bits] = (ipv4Range.exec(range) ?? []).map(Number);
  const size = 2 ** (32 - (bits ?? 0));
  const address = (((a ?? 0) * 256 + (b ?? 0)) * 256 + (c ?? 0)) * 256 + (d ?? 0);
  const host = address - (address % size) + 1 + (number % (size - 2));
  return [24, 16, 8, 0].map((shift) => Math.floor(host / 2 ** shift) % 256).join('.');
}

/** Counts hosts from 1 to 254 in each range of 256, on from the first three numbers. */
function hostOf([first, second, third]: readonly [number, number, number], number: number): string {
  const block = third + Math.floor(number / 254);
  return `${first}.${second + Math.floor(block / 256)}.${block % 256}.${1 + (number % 254)}`;
}
