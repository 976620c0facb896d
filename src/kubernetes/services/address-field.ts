import { type FieldPath, formatPath } from '../field-path.ts';
import {
  type Cidr,
  canonicalIp,
  type IpAddress,
  isStrictCidr,
  isStrictIp,
  parseCidr,
  parseIp,
} from '../meta/address.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';

// https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/util/validation/ip.go

/** The first minor that refuses ambiguous addresses in old fields too (gate StrictIPCIDRValidation). */
const strictMinor = 36;

/** A field that took addresses with leading zeros once. Answers whether it may be used further. */
export function checkOldIp(text: string, path: FieldPath, { minor, problems }: RuleContext): boolean {
  if (!parseIp(text)) {
    problems.value(
      'manifest/invalid-value',
      path,
      `${formatPath(path)} must be an IP address, not ${quoted(text)}`,
    );
    return false;
  }
  if (minor < strictMinor || isStrictIp(text)) return true;
  reportInvalid(
    problems,
    path,
    `must be an IP address without leading zeros and not an IPv4 in IPv6, not ${quoted(text)}`,
  );
  return false;
}

/** A field that took networks with leading zeros or bits of a host once. */
export function checkOldCidr(text: string, path: FieldPath, { minor, problems }: RuleContext): void {
  if (!parseCidr(text)) {
    reportInvalid(problems, path, `must be a network such as 10.0.0.0/8, not ${quoted(text)}`);
  } else if (minor >= strictMinor && !isStrictCidr(text)) {
    reportInvalid(
      problems,
      path,
      `must be a network without leading zeros and bits of a host, not ${quoted(text)}`,
    );
  }
}

/** An address as it is printed: no leading zeros, no IPv4 in IPv6, RFC 5952. */
export function checkCanonicalIp(text: string, path: FieldPath, problems: Problems): boolean {
  if (isCanonicalIp(text)) return true;
  const address = parseIp(text);
  const wanted = address ? `written as ${canonicalIp(address)}` : 'an IP address';
  reportInvalid(problems, path, `must be ${wanted}, not ${quoted(text)}`);
  return false;
}

/** Whether an address is written as it is printed. */
export function isCanonicalIp(text: string): boolean {
  const address = parseIp(text);
  return address !== undefined && !address.leadingZeros && !address.mapped && canonicalIp(address) === text;
}

/** A network as it is printed. */
export function checkCanonicalCidr(text: string, path: FieldPath, problems: Problems): void {
  const cidr = parseCidr(text);
  if (cidr && isStrictCidr(text) && `${canonicalIp(cidr.address)}/${cidr.bits}` === text) return;
  reportInvalid(
    problems,
    path,
    `must be a network in its usual form, such as 10.0.0.0/8 or 2001:db8::/64, not ${quoted(text)}`,
  );
}

/** 4 for IPv4, also when it is written as IPv6: Go does not tell them apart. */
export function familyOf(address: IpAddress): 4 | 6 {
  return address.mapped ? 4 : address.family;
}

/** The bytes of an address, 4 of an IPv4 that is written as IPv6. */
export function bytesOf(address: IpAddress): readonly number[] {
  return address.mapped ? address.bytes.slice(12) : address.bytes;
}

/** Whether `inner` lies in `outer` and is smaller. */
export function isStrictSubset(inner: Cidr, outer: Cidr): boolean {
  const bytes = bytesOf(inner.address);
  const network = bytesOf(outer.address);
  // An IPv4 network that is written as IPv6 has lost 96 bits with its first bytes.
  const bits = outer.bits - (outer.address.mapped ? 96 : 0);
  if (outer.bits >= inner.bits || bytes.length !== network.length) return false;
  return network.every((byte, index) => {
    const mask = ~(255 >> Math.min(8, Math.max(0, bits - index * 8)));
    return (byte & mask) === ((bytes[index] ?? 0) & mask);
  });
}
