import { createHash } from 'node:crypto';
import { rfc3339 } from '../clock.ts';
import type { Emulate } from '../family.ts';
import { makeCertificate, publicKeyNode, serialNumber } from './certificate.ts';
import { toPem } from './pem.ts';
import { standInKey } from './private-key.ts';
import { subjectName } from './subject.ts';

const year = 365 * 24 * 3600;

/**
 * `data.tls_certificate`: the provider asks a server for its chain, which is not done here; one certificate of no
 * authority stands for it.
 * https://registry.terraform.io/providers/hashicorp/tls/latest/docs/data-sources/certificate
 */
export const standInCertificates: Emulate = ({ address }, { now }) => {
  const key = standInKey(address);
  const subject = subjectName({ common_name: 'placeholder' });
  const publicKey = publicKeyNode(key);
  const extensions = {
    uses: ['cert_signing'],
    isCa: true,
    maxPathLength: undefined,
    subjectKeyId: undefined,
    authorityKeyId: undefined,
    alternativeNames: undefined,
    hasSubject: true,
    permittedDomains: [],
    excludedDomains: [],
    areConstraintsCritical: false,
  };
  const issuer = { subject, key };
  const [notBefore, notAfter] = [now, now + year];
  const der = makeCertificate({ address, subject, publicKey, issuer, extensions, notBefore, notAfter });
  const sha1 = createHash('sha1').update(der).digest('hex');
  const certificate = {
    cert_pem: toPem('CERTIFICATE', der),
    is_ca: true,
    issuer: 'CN=placeholder',
    subject: 'CN=placeholder',
    not_before: rfc3339(notBefore),
    not_after: rfc3339(notAfter),
    public_key_algorithm: 'ED25519',
    signature_algorithm: 'PureEd25519',
    serial_number: BigInt(`0x${serialNumber(address).toString('hex')}`).toString(),
    sha1_fingerprint: sha1,
    version: 3,
    max_path_length: -1,
  };
  return { values: { id: sha1, certificates: [certificate] }, placeholders: ['id', 'certificates'] };
};
