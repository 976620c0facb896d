import { type Cidr, canonicalIp, type IpAddress, isStrictIp, parseCidr, parseIp } from '../meta/address.ts';
import { asOpaque, asText } from './arguments.ts';
import type { Library } from './overload.ts';
import { CelError, type CelValue, type OpaqueValue } from './value.ts';

// https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library

function readIp(text: string): IpAddress | undefined {
  return isStrictIp(text) ? parseIp(text) : undefined;
}

function readCidr(text: string): Cidr | undefined {
  const cidr = parseCidr(text);
  if (!cidr || cidr.leadingZeros || cidr.address.leadingZeros || cidr.address.mapped) return undefined;
  return cidr;
}

function ipOf(text: string): IpAddress {
  const ip = readIp(text);
  if (!ip) throw new CelError('IP address parse error during conversion from string');
  return ip;
}

function cidrOf(text: string): Cidr {
  const cidr = readCidr(text);
  if (!cidr) throw new CelError('network address parse error during conversion from string');
  return cidr;
}

const ip = (value: CelValue | undefined) => asOpaque('net.IP', value).ip;
const cidr = (value: CelValue | undefined) => asOpaque('net.CIDR', value).cidr;

function ipValue(address: IpAddress): OpaqueValue {
  return { opaque: 'net.IP', ip: address };
}

function bitsAgree(a: IpAddress, b: IpAddress, bits: number): boolean {
  if (a.family !== b.family) return false;
  return a.bytes.every((byte, index) => {
    const mask = 0xff & (0xff00 >> Math.min(8, Math.max(0, bits - index * 8)));
    return (byte & mask) === ((b.bytes[index] ?? 0) & mask);
  });
}

function contains(network: Cidr, other: Cidr): boolean {
  return network.bits <= other.bits && bitsAgree(network.address, other.address, network.bits);
}

function masked({ address, bits, leadingZeros }: Cidr): OpaqueValue {
  const bytes = address.bytes.map(
    (byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - index * 8))) & 0xff,
  );
  return { opaque: 'net.CIDR', cidr: { address: { ...address, bytes }, bits, leadingZeros } };
}

function isLoopback({ family, bytes }: IpAddress): boolean {
  if (family === 4) return bytes[0] === 127;
  return bytes.every((byte, index) => byte === (index === 15 ? 1 : 0));
}

function isLinkLocalUnicast({ family, bytes }: IpAddress): boolean {
  const [first = 0, second = 0] = bytes;
  return family === 4 ? first === 169 && second === 254 : first === 0xfe && (second & 0xc0) === 0x80;
}

function isLinkLocalMulticast({ family, bytes }: IpAddress): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  return family === 4
    ? first === 224 && second === 0 && third === 0
    : first === 0xff && (second & 0x0f) === 0x02;
}

function isMulticast({ family, bytes }: IpAddress): boolean {
  const [first = 0] = bytes;
  return family === 4 ? (first & 0xf0) === 0xe0 : first === 0xff;
}

function isUnspecified({ bytes }: IpAddress): boolean {
  return bytes.every((byte) => byte === 0);
}

function isGlobalUnicast(address: IpAddress): boolean {
  const isBroadcast = address.family === 4 && address.bytes.every((byte) => byte === 255);
  const isSpecial = isUnspecified(address) || isLoopback(address) || isMulticast(address);
  return !isBroadcast && !isSpecial && !isLinkLocalUnicast(address);
}

export const network: Library = {
  'ip(string): ip': (text) => ipValue(ipOf(asText(text))),
  'isIP(string): bool': (text) => readIp(asText(text)) !== undefined,
  'ip::isCanonical(string): bool': (text) => canonicalIp(ipOf(asText(text))) === asText(text),
  'string(ip): string': (value) => canonicalIp(ip(value)),
  'ip.family(): int': (value) => BigInt(ip(value).family),
  'ip.isUnspecified(): bool': (value) => isUnspecified(ip(value)),
  'ip.isLoopback(): bool': (value) => isLoopback(ip(value)),
  'ip.isLinkLocalMulticast(): bool': (value) => isLinkLocalMulticast(ip(value)),
  'ip.isLinkLocalUnicast(): bool': (value) => isLinkLocalUnicast(ip(value)),
  'ip.isGlobalUnicast(): bool': (value) => isGlobalUnicast(ip(value)),
  'cidr(string): cidr': (text) => ({ opaque: 'net.CIDR', cidr: cidrOf(asText(text)) }),
  'isCIDR(string): bool': (text) => readCidr(asText(text)) !== undefined,
  'string(cidr): string': (value) => `${canonicalIp(cidr(value).address)}/${cidr(value).bits}`,
  'cidr.ip(): ip': (value) => ipValue(cidr(value).address),
  'cidr.prefixLength(): int': (value) => BigInt(cidr(value).bits),
  'cidr.masked(): cidr': (value) => masked(cidr(value)),
  'cidr.containsIP(ip): bool': (a, b) => bitsAgree(cidr(a).address, ip(b), cidr(a).bits),
  'cidr.containsIP(string): bool': (a, b) => bitsAgree(cidr(a).address, ipOf(asText(b)), cidr(a).bits),
  'cidr.containsCIDR(cidr): bool': (a, b) => contains(cidr(a), cidr(b)),
  'cidr.containsCIDR(string): bool': (a, b) => contains(cidr(a), cidrOf(asText(b))),
};
