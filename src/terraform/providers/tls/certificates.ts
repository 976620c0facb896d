import { createHash, type KeyObject } from 'node:crypto';
import type { ResourceAnswer, ResourceRequest } from '../../../core/terraform-protocol.ts';
import { rfc3339 } from '../clock.ts';
import { Configuration } from '../configuration.ts';
import type { Emulate } from '../family.ts';
import { alternativeNames } from './alternative-names.ts';
import { type AskedCertificate, askedCertificate } from './asked-certificate.ts';
import {
  type CertificateRequest,
  isSameNode,
  makeCertificate,
  publicKeyNode,
  serialNumber,
} from './certificate.ts';
import { integer, oid, sequence, set, tagged } from './der.ts';
import { rawExtension } from './extensions.ts';
import { readPrivateKey, toPem } from './pem.ts';
import { standInKey } from './private-key.ts';
import { children } from './read-der.ts';
import { readIssuer, readRequest } from './read-x509.ts';
import { algorithmOf, signed } from './sign.ts';
import { subjectName } from './subject.ts';

/**
 * `tls_self_signed_cert`; the signature is the real one, the time is the constant clock's.
 * https://registry.terraform.io/providers/hashicorp/tls/latest/docs/resources/self_signed_cert
 */
export const selfSignedCertificate: Emulate = (request, { now }) => {
  const config = new Configuration(request);
  config.require('allowed_uses', 'private_key_pem', 'validity_period_hours');
  const key = keyOf(config, 'private_key_pem', request);
  const subject = subjectName(config.blocks('subject')[0] ?? {});
  const publicKey = publicKeyNode(key);
  const hasSubject = children(subject).length > 0;
  const names = alternativeNames(config);
  const asked = askedCertificate(
    config,
    { publicKey, hasSubject, alternativeNames: names, issuerKeyId: undefined },
    now,
  );
  const inputs = ['private_key_pem', 'subject', 'dns_names', 'ip_addresses', 'uris', ...common];
  const { address } = request;
  return finish(config, address, asked, inputs, { key_algorithm: algorithmOf(key) }, () =>
    makeCertificate({ address, subject, publicKey, issuer: { subject, key }, ...asked }),
  );
};

/**
 * `tls_cert_request`.
 * https://registry.terraform.io/providers/hashicorp/tls/latest/docs/resources/cert_request
 */
export const certificateRequest: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('private_key_pem');
  const key = keyOf(config, 'private_key_pem', request);
  const names = alternativeNames(config);
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const subject = subjectName(config.blocks('subject')[0] ?? {});
  const extensions = names ? [extensionRequest(names)] : [];
  const version1 = integer(Buffer.from([0]));
  const der = signed(sequence(version1, subject, publicKeyNode(key), tagged(0, ...extensions)), key);
  const values = {
    id: createHash('sha1').update(der).digest('hex'),
    key_algorithm: algorithmOf(key),
    cert_request_pem: toPem('CERTIFICATE REQUEST', der),
  };
  const isKnown = config.isKnown('private_key_pem', 'subject', 'dns_names', 'ip_addresses', 'uris');
  return { values, ...(!isKnown && { placeholders: ['id', 'cert_request_pem'] }) };
};

/**
 * `tls_locally_signed_cert`.
 * https://registry.terraform.io/providers/hashicorp/tls/latest/docs/resources/locally_signed_cert
 */
export const locallySignedCertificate: Emulate = (request, { now }) => {
  const config = new Configuration(request);
  const inputs = ['cert_request_pem', 'ca_private_key_pem', 'ca_cert_pem'];
  config.require('allowed_uses', 'validity_period_hours', ...inputs);
  const key = keyOf(config, 'ca_private_key_pem', request);
  const unknown = { subject: sequence(), publicKey: publicKeyNode(key), alternativeNames: undefined };
  const read = readPem(config, 'cert_request_pem', 'certificate request', readRequest) ?? unknown;
  const issuer = readPem(config, 'ca_cert_pem', 'certificate', readIssuer);
  if (config.isKnown('ca_private_key_pem') && issuer && !isSameNode(issuer.publicKey, publicKeyNode(key))) {
    config.refuse(
      'The attribute "ca_private_key_pem" of tls_locally_signed_cert is not the key of the certificate in "ca_cert_pem".',
      'ca_private_key_pem',
    );
  }
  const hasSubject = children(read.subject).length > 0;
  const asked = askedCertificate(config, { ...read, hasSubject, issuerKeyId: issuer?.subjectKeyId }, now);
  const subject = issuer?.subject ?? sequence();
  const parts: CertificateRequest = {
    address: request.address,
    ...read,
    issuer: { subject, key },
    ...asked,
  };
  const algorithm = { ca_key_algorithm: algorithmOf(key) };
  return finish(config, request.address, asked, [...inputs, ...common], algorithm, () =>
    makeCertificate(parts),
  );
};

const common = ['allowed_uses', 'validity_period_hours', 'is_ca_certificate', 'max_path_length'];

function finish(
  config: Configuration,
  address: string,
  { notBefore, notAfter }: AskedCertificate,
  inputs: readonly string[],
  more: ResourceAnswer['values'],
  make: () => Buffer,
): ResourceAnswer {
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const values = {
    ...more,
    id: BigInt(`0x${serialNumber(address).toString('hex')}`).toString(),
    cert_pem: toPem('CERTIFICATE', make()),
    ready_for_renewal: false,
    validity_start_time: rfc3339(notBefore),
    validity_end_time: rfc3339(notAfter),
  };
  return { values, ...(!config.isKnown(...inputs) && { placeholders: ['cert_pem'] }) };
}

/** A stand-in when nobody knows the key, and the reason was reported where it arose. */
function keyOf(config: Configuration, attribute: string, { address, type }: ResourceRequest): KeyObject {
  const pem = config.text(attribute);
  const key = pem === undefined ? undefined : readPrivateKey(pem);
  if (key && algorithmOf(key)) return key;
  if (pem !== undefined)
    config.refuse(`The attribute "${attribute}" of ${type} holds no private key in PEM format.`, attribute);
  return standInKey(address);
}

function readPem<Read>(
  config: Configuration,
  attribute: string,
  what: string,
  read: (pem: string) => Read | undefined,
): Read | undefined {
  const pem = config.text(attribute);
  if (pem === undefined) return undefined;
  return (
    read(pem) ?? config.refuse(`The attribute "${attribute}" holds no ${what} in PEM format.`, attribute)
  );
}

/** https://www.rfc-editor.org/rfc/rfc2985#section-5.4.2 */
function extensionRequest(names: Uint8Array) {
  return sequence(oid('1.2.840.113549.1.9.14'), set(sequence(rawExtension('2.5.29.17', names))));
}
