import { cached } from './cached.ts';
import { family } from './family.ts';
import { standInCertificates } from './tls/certificate-data.ts';
import { certificateRequest, locallySignedCertificate, selfSignedCertificate } from './tls/certificates.ts';
import { privateKey, publicKey } from './tls/private-key.ts';

/** https://registry.terraform.io/providers/hashicorp/tls/latest/docs */
export const tls = family(['tls'], {
  tls_private_key: cached(privateKey),
  tls_self_signed_cert: cached(selfSignedCertificate),
  tls_cert_request: cached(certificateRequest),
  tls_locally_signed_cert: cached(locallySignedCertificate),
  'data.tls_public_key': cached(publicKey),
  'data.tls_certificate': standInCertificates,
});
