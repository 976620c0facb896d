import { bitString, implicit, integer, octets, oid, sequence, tagged } from './der.ts';
import { encode, type Node } from './der-node.ts';
import { yes } from './der-values.ts';

/** What a certificate says beyond whose it is: https://www.rfc-editor.org/rfc/rfc5280#section-4.2 */
export interface Extensions {
  /** Names of `allowed_uses`, each one of {@link allowedUses}. */
  readonly uses: readonly string[];
  readonly isCa: boolean;
  /** Undefined: any length. */
  readonly maxPathLength: number | undefined;
  readonly subjectKeyId: Uint8Array | undefined;
  readonly authorityKeyId: Uint8Array | undefined;
  /** DER of `GeneralNames`. */
  readonly alternativeNames: Uint8Array | undefined;
  readonly hasSubject: boolean;
  readonly permittedDomains: readonly string[];
  readonly excludedDomains: readonly string[];
  readonly areConstraintsCritical: boolean;
}

// Bits of https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.3
const keyUsages: Readonly<Record<string, number>> = {
  digital_signature: 0,
  content_commitment: 1,
  key_encipherment: 2,
  data_encipherment: 3,
  key_agreement: 4,
  cert_signing: 5,
  crl_signing: 6,
  encipher_only: 7,
  decipher_only: 8,
};

// https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.12, and what vendors added
const extendedKeyUsages: Readonly<Record<string, string>> = {
  any_extended: '2.5.29.37.0',
  server_auth: '1.3.6.1.5.5.7.3.1',
  client_auth: '1.3.6.1.5.5.7.3.2',
  code_signing: '1.3.6.1.5.5.7.3.3',
  email_protection: '1.3.6.1.5.5.7.3.4',
  ipsec_end_system: '1.3.6.1.5.5.7.3.5',
  ipsec_tunnel: '1.3.6.1.5.5.7.3.6',
  ipsec_user: '1.3.6.1.5.5.7.3.7',
  timestamping: '1.3.6.1.5.5.7.3.8',
  ocsp_signing: '1.3.6.1.5.5.7.3.9',
  microsoft_server_gated_crypto: '1.3.6.1.4.1.311.10.3.3',
  netscape_server_gated_crypto: '2.16.840.1.113730.4.1',
  microsoft_commercial_code_signing: '1.3.6.1.4.1.311.2.1.22',
  microsoft_kernel_code_signing: '1.3.6.1.4.1.311.61.1.1',
};

/** All that `allowed_uses` may hold, sorted. */
export const allowedUses: readonly string[] = [
  ...Object.keys(keyUsages),
  ...Object.keys(extendedKeyUsages),
].sort();

/** The extensions in the order in which Go writes them: https://pkg.go.dev/crypto/x509#CreateCertificate */
export function certificateExtensions(asked: Extensions): Node {
  return sequence(
    ...keyUsage(asked.uses),
    ...extendedKeyUsage(asked.uses),
    extension('2.5.29.19', basicConstraints(asked), true),
    ...(asked.subjectKeyId ? [extension('2.5.29.14', octets(asked.subjectKeyId))] : []),
    ...(asked.authorityKeyId ? [extension('2.5.29.35', sequence(implicit(0, asked.authorityKeyId)))] : []),
    ...(asked.alternativeNames ? [rawExtension('2.5.29.17', asked.alternativeNames, !asked.hasSubject)] : []),
    ...nameConstraints(asked),
  );
}

/** An extension with a value that is encoded already. */
export function rawExtension(type: string, value: Uint8Array, isCritical = false): Node {
  return sequence(oid(type), ...(isCritical ? [yes] : []), octets(value));
}

function extension(type: string, value: Node, isCritical = false): Node {
  return rawExtension(type, encode(value), isCritical);
}

function keyUsage(uses: readonly string[]): Node[] {
  const bits = uses.flatMap((use) => keyUsages[use] ?? []);
  if (bits.length === 0) return [];
  const last = Math.max(...bits);
  const bytes = Buffer.alloc(last < 8 ? 1 : 2);
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return [extension('2.5.29.15', bitString(bytes, 7 - (last & 7)), true)];
}

function extendedKeyUsage(uses: readonly string[]): Node[] {
  const types = uses.flatMap((use) => extendedKeyUsages[use] ?? []);
  return types.length === 0 ? [] : [extension('2.5.29.37', sequence(...types.map(oid)))];
}

function basicConstraints({ isCa, maxPathLength }: Extensions): Node {
  if (!isCa) return sequence();
  const length = maxPathLength === undefined ? [] : [integer(Buffer.from([maxPathLength]))];
  return sequence(yes, ...length);
}

function nameConstraints({ permittedDomains, excludedDomains, areConstraintsCritical }: Extensions): Node[] {
  if (permittedDomains.length + excludedDomains.length === 0) return [];
  const trees = (domains: readonly string[]) =>
    domains.map((domain) => sequence(implicit(2, Buffer.from(domain))));
  const value = sequence(
    ...(permittedDomains.length > 0 ? [tagged(0, ...trees(permittedDomains))] : []),
    ...(excludedDomains.length > 0 ? [tagged(1, ...trees(excludedDomains))] : []),
  );
  return [extension('2.5.29.30', value, areConstraintsCritical)];
}
