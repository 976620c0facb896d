import { parseIp } from '../../../kubernetes/meta/address.ts';
import type { Configuration } from '../configuration.ts';
import { implicit, sequence } from './der.ts';
import { encode, type Node } from './der-node.ts';

/**
 * DER of the names that `dns_names`, `ip_addresses` and `uris` ask for, undefined without any:
 * https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6
 */
export function alternativeNames(config: Configuration): Buffer | undefined {
  const names = [
    ...config.texts('dns_names').flatMap((name) => asciiName(config, 'dns_names', 2, name)),
    ...config.texts('ip_addresses').flatMap((address) => ipAddress(config, address)),
    ...config.texts('uris').flatMap((uri) => asciiName(config, 'uris', 6, uri)),
  ];
  return names.length === 0 ? undefined : encode(sequence(...names));
}

function asciiName(config: Configuration, attribute: string, tag: number, name: string): Node | [] {
  if (/^[\0-\x7f]*$/.test(name)) return implicit(tag, Buffer.from(name));
  config.refuse(
    `The attribute "${attribute}" holds ${JSON.stringify(name)}, and a certificate cannot hold characters beyond ASCII.`,
    attribute,
    attribute === 'dns_names' ? 'Write the name in Punycode.' : 'Write the characters percent-encoded.',
  );
  return [];
}

function ipAddress(config: Configuration, text: string): Node | [] {
  const address = parseIp(text);
  // Go's parser takes no leading zeros since 1.17.
  if (address && !address.leadingZeros) {
    const bytes = address.mapped ? address.bytes.slice(-4) : address.bytes;
    return implicit(7, Buffer.from(bytes));
  }
  config.refuse(
    `The attribute "ip_addresses" holds ${JSON.stringify(text)}, which is no IP address.`,
    'ip_addresses',
  );
  return [];
}
