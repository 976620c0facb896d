// https://github.com/kubernetes/utils/blob/4c0f3b243397/internal/third_party/forked/golang/net/ip.go

/** An IP address as written: 4 or 16 bytes, and in what way it departs from what current parsers take. */
export interface IpAddress {
  readonly family: 4 | 6;
  readonly bytes: readonly number[];
  /** `010.0.0.1`: some software reads octal. */
  readonly leadingZeros: boolean;
  /** `::ffff:10.0.0.1` */
  readonly mapped: boolean;
}

/** An address and the number of its leading bits that name the network. */
export interface Cidr {
  readonly address: IpAddress;
  readonly bits: number;
  /** `/08` */
  readonly leadingZeros: boolean;
}

/** Reads an address as the API server always did, leading zeros included; undefined when it is none. */
export function parseIp(text: string): IpAddress | undefined {
  for (const character of text) {
    if (character === '.') return parseIpv4(text);
    if (character === ':') return parseIpv6(text);
  }
  return undefined;
}

/** An address as new fields demand it, in which no two programs read different ones. */
export function isStrictIp(text: string): boolean {
  const address = parseIp(text);
  return address !== undefined && !address.leadingZeros && !address.mapped;
}

const zero = 48;

function parseIpv4(text: string): IpAddress | undefined {
  const bytes: number[] = [];
  let byte = 0;
  let digits = 0;
  let leadingZeros = false;
  for (let at = 0; at <= text.length; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit >= 0 && digit <= 9) {
      leadingZeros ||= digits > 0 && byte === 0;
      byte = byte * 10 + digit;
      digits += 1;
      if (byte > 255) return undefined;
    } else {
      if (digits === 0 || (at < text.length && text[at] !== '.')) return undefined;
      bytes.push(byte);
      byte = 0;
      digits = 0;
    }
  }
  return bytes.length === 4 ? { family: 4, bytes, leadingZeros, mapped: false } : undefined;
}

function parseIpv6(text: string): IpAddress | undefined {
  const gap = text.indexOf('::');
  if (gap >= 0 && text.indexOf('::', gap + 1) >= 0) return undefined;
  const before = readGroups(gap < 0 ? text : text.slice(0, gap), gap < 0);
  const after = readGroups(gap < 0 ? '' : text.slice(gap + 2), true);
  if (!before || !after) return undefined;
  const missing = 16 - before.bytes.length - after.bytes.length;
  if (gap < 0 ? missing !== 0 : missing < 2) return undefined;
  const bytes = [...before.bytes, ...new Array<number>(missing).fill(0), ...after.bytes];
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  // Go's strict parser takes at most four digits a group; the old one any number of zeros.
  return { family: 6, bytes, leadingZeros: before.leadingZeros || after.leadingZeros, mapped };
}

interface Groups {
  readonly bytes: readonly number[];
  readonly leadingZeros: boolean;
}

const noGroups: Groups = { bytes: [], leadingZeros: false };

/** Groups of 16 bits; the last may be an IPv4 address where the address ends. */
function readGroups(text: string, atEnd: boolean): Groups | undefined {
  if (text === '') return noGroups;
  const bytes: number[] = [];
  let leadingZeros = false;
  const groups = text.split(':', 9);
  for (const [index, group] of groups.entries()) {
    if (atEnd && index === groups.length - 1 && group.includes('.')) {
      const last = parseIpv4(group);
      if (!last) return undefined;
      bytes.push(...last.bytes);
      leadingZeros ||= last.leadingZeros;
    } else {
      if (!/^0*[0-9a-fA-F]{1,4}$/.test(group)) return undefined;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
      leadingZeros ||= group.length > 4;
    }
  }
  return bytes.length <= 16 ? { bytes, leadingZeros } : undefined;
}

/** Reads `10.0.0.0/8` as the API server always did; undefined when it is no such thing. */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseIp(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (!address || !/^0*[0-9]{1,3}$/.test(length)) return undefined;
  const bits = Number(length);
  if (bits > address.bytes.length * 8) return undefined;
  return { address, bits, leadingZeros: length.length > 1 && length.startsWith('0') };
}

/** Whether only bits of the network are set, so that `10.0.0.1/8` is none. */
function isNetwork({ address, bits }: Cidr): boolean {
  return address.bytes.every((byte, index) => (byte & hostMask(bits - index * 8)) === 0);
}

/** The bits of one byte that name the host, with `bits` of the network left from its start. */
function hostMask(bits: number): number {
  return 255 >> Math.min(8, Math.max(0, bits));
}

/** A network as new fields demand it. */
export function isStrictCidr(text: string): boolean {
  const cidr = parseCidr(text);
  if (!cidr || cidr.leadingZeros || cidr.address.leadingZeros || cidr.address.mapped) return false;
  return isNetwork(cidr);
}

/** The address as Go prints it (RFC 5952), an IPv4-mapped one as IPv4. */
export function canonicalIp({ family, bytes, mapped }: IpAddress): string {
  if (family === 4 || mapped) return bytes.slice(-4).join('.');
  const groups: string[] = [];
  for (let at = 0; at < 16; at += 2)
    groups.push((((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16));
  const { start, length } = longestZeros(groups);
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

function longestZeros(groups: readonly string[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== '0') start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  }
  return best;
}
